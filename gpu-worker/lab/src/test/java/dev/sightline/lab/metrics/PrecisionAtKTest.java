package dev.sightline.lab.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class PrecisionAtKTest {

    private final PrecisionAtK atFive = new PrecisionAtK(5);

    @Test
    void of_threeOfFive_isThreeFifths() {
        assertThat(atFive.of("fish", List.of("fish", "bird", "fish", "fish", "tree")))
                .isEqualTo(0.6);
    }

    @Test
    void of_hitsBeyondK_areNotCounted() {
        assertThat(atFive.of("fish", List.of("bird", "bird", "bird", "bird", "fish", "fish", "fish")))
                .isEqualTo(0.2);
    }

    @Test
    void of_fewerThanK_stillDividesByK() {
        assertThat(atFive.of("fish", List.of("fish", "fish"))).isEqualTo(0.4);
        assertThat(atFive.of("fish", List.of())).isZero();
    }

    @Test
    void mean_ofQueries_weighsEachTheSame() {
        assertThat(PrecisionAtK.mean(List.of(1.0, 0.5, 0.0, 0.5))).isEqualTo(0.5);
    }

    @Test
    void mean_ofNothing_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PrecisionAtK.mean(List.of()))
                .withMessage("expected at least one query, got none");
    }

    @Test
    void k_ofZero_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PrecisionAtK(0))
                .withMessage("expected k >= 1, got 0");
    }
}
