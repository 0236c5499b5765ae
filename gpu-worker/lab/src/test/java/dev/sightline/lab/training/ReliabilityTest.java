package dev.sightline.lab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.lab.report.Plot;
import org.junit.jupiter.api.Test;

class ReliabilityTest {

    /** Confidence 0.75 three times, two right, and 0.9 once, wrong: (3 x |0.75 - 2/3| + 1 x |0.9 - 0|) / 4. */
    private final Reliability byHand =
            Reliability.of(new float[][] {sure(0.75), sure(0.75), sure(0.75), sure(0.9001)}, new int[] {0, 0, 1, 1});

    @Test
    void expectedCalibrationError_ofFourImages_isTheHandComputedOne() {
        assertThat(byHand.expectedCalibrationError()).isCloseTo((0.25 + 0.9001) / 4, within(1e-6));
    }

    @Test
    void bins_holdImagesConfidenceAndAccuracy() {
        Reliability.Bin bin = byHand.bins().get(7);
        assertThat(bin.images()).isEqualTo(3);
        assertThat(bin.confidence()).isCloseTo(0.75, within(1e-6));
        assertThat(bin.accuracy()).isCloseTo(2.0 / 3, within(1e-6));
        assertThat(byHand.bins().get(9).images()).isEqualTo(1);
        assertThat(byHand.bins().get(0)).isEqualTo(new Reliability.Bin(0, 0, 0));
    }

    @Test
    void expectedCalibrationError_ofCertainRightAnswers_isZero() {
        var certain = Reliability.of(new float[][] {{100, 0}, {0, 100}}, new int[] {0, 1});
        assertThat(certain.expectedCalibrationError()).isZero();
        assertThat(certain.bins().get(9).images()).isEqualTo(2);
    }

    @Test
    void series_leavesOutEmptyBinsAndBoundsTheRest() {
        Plot.Series series = byHand.series("before");
        assertThat(series.points()).hasSize(2);
        assertThat(series.points().getFirst().y().low()).isBetween(0.1, 2.0 / 3);
        assertThat(series.points().getFirst().y().high()).isBetween(2.0 / 3, 1.0);
        assertThat(series.points().getLast().y().low()).isZero();
    }

    @Test
    void of_differentCounts_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reliability.of(new float[][] {{1, 0}}, new int[0]))
                .withMessageContaining("got 0 and 1");
    }

    private static float[] sure(double probability) {
        return new float[] {(float) Math.log(probability / (1 - probability)), 0};
    }
}
