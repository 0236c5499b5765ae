package dev.sightline.lab.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class RecallTest {

    @Test
    void of_handComputedAnswers_isTheShareFound() {
        double[] exact = {0.9, 0.8, 0.7, 0.6};
        assertThat(Recall.of(new double[] {0.9, 0.8, 0.7, 0.6}, exact)).isOne();
        assertThat(Recall.of(new double[] {0.9, 0.7, 0.5, 0.4}, exact)).isEqualTo(0.5);
        assertThat(Recall.of(new double[] {0.1, 0, -0.1, -1}, exact)).isZero();
    }

    @Test
    void of_otherImageThatIsEquallyNear_isRight() {
        assertThat(Recall.of(new double[] {0.9, 0.7 - 1e-7}, new double[] {0.9, 0.7}))
                .isOne();
        assertThat(Recall.of(new double[] {0.9, 0.7 - 1e-5}, new double[] {0.9, 0.7}))
                .isEqualTo(0.5);
    }

    @Test
    void of_fewerResults_missesTheRest() {
        assertThat(Recall.of(new double[] {0.9}, new double[] {0.9, 0.8})).isEqualTo(0.5);
        assertThat(Recall.of(new double[0], new double[] {0.9, 0.8})).isZero();
    }

    @Test
    void of_moreResults_countsTheFirstOnly() {
        assertThat(Recall.of(new double[] {0.1, 0.9}, new double[] {0.9})).isZero();
    }

    @Test
    void of_negativeDistances_comparesThemToo() {
        assertThat(Recall.of(new double[] {-3, -5}, new double[] {-3, -4})).isEqualTo(0.5);
    }

    @Test
    void of_emptyExactAnswer_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Recall.of(new double[] {1}, new double[0]))
                .withMessage("expected at least one exact result, got none");
    }
}
