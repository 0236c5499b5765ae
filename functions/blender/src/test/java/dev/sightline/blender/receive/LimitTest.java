package dev.sightline.blender.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.visual.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitTest {

    @Test
    void parse_absent_isTen() {
        assertThat(Limit.parse(null)).isEqualTo(new Limit(10));
        assertThat(Limit.ofField(null)).isEqualTo(new Limit(10));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100})
    void parse_atTheEdges_isTaken(int value) {
        assertThat(Limit.parse(Integer.toString(value)).value()).isEqualTo(value);
        assertThat(Limit.ofField(value).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "-1", "", "ten", "1.5", "99999999999"})
    void parse_anythingElse_isInvalidAndNamesTheRange(String text) {
        assertThatThrownBy(() -> Limit.parse(text))
                .hasMessage("expected limit in 1..100, got '%s'", text)
                .extracting("code")
                .isEqualTo(ErrorCode.INVALID_REQUEST);
    }
}
