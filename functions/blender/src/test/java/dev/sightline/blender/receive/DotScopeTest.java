package dev.sightline.blender.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.visual.ErrorCode;
import org.junit.jupiter.api.Test;

class DotScopeTest {

    @Test
    void ofHidden_trueFalseOrAbsent_isRead() {
        assertThat(DotScope.ofHidden(null)).isEqualTo(DotScope.DOTS);
        assertThat(DotScope.ofHidden("false")).isEqualTo(DotScope.DOTS);
        assertThat(DotScope.ofHidden("true")).isEqualTo(DotScope.ALL);
    }

    @Test
    void ofHidden_anythingElse_isInvalidAndShown() {
        for (String text : new String[] {"TRUE", "1", "yes", " true"}) {
            assertThatThrownBy(() -> DotScope.ofHidden(text))
                    .hasMessage("expected hidden to be true or false, got '%s'".formatted(text))
                    .extracting("code")
                    .isEqualTo(ErrorCode.INVALID_REQUEST);
        }
    }
}
