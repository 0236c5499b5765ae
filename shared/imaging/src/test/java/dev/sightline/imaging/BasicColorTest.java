package dev.sightline.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.visual.SalientColor;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BasicColorTest {

    /** So that clients can ask for every colour that is found, and for no other. */
    @Test
    void terms_all_areThePublishedNames() {
        assertThat(Arrays.stream(BasicColor.values()).map(BasicColor::term))
                .containsExactlyElementsOf(SalientColor.NAMES);
    }
}
