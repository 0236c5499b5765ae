package dev.sightline.visual;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SalientColorTest {

    @Test
    void new_withNumbersAtTheirLimits_isAccepted() {
        assertThatCode(() -> new SalientColor("white", 100, -128, 128, 1)).doesNotThrowAnyException();
        assertThatCode(() -> new SalientColor("black", 0, 128, -128, 0)).doesNotThrowAnyException();
    }

    @Test
    void new_withANumberOutsideItsRange_namesTheFieldAndTheValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SalientColor("red", 100.5, 0, 0, 0))
                .withMessageContaining("lightness")
                .withMessageContaining("100.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SalientColor("red", 50, -129, 0, 0))
                .withMessageContaining("a in");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SalientColor("red", 50, 0, Double.NaN, 0))
                .withMessageContaining("b in");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SalientColor("red", 50, 0, 0, 1.1))
                .withMessageContaining("share");
    }

    @Test
    void new_withoutAName_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SalientColor(" ", 50, 0, 0, 0.5));
    }
}
