package dev.sightline.lab.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MedianThresholdsTest {

    @Test
    void fitted_handComputedSamples_areTheirMedians() {
        MedianThresholds odd = new MedianThresholds(2);
        for (float[] row : new float[][] {{5, -1}, {1, 0}, {100, 0}, {2, 0}, {4, -7}}) {
            odd.add(row);
        }
        assertThat(odd.fitted()).containsExactly(4, 0);

        MedianThresholds even = new MedianThresholds(1);
        for (float value : new float[] {1, 2, 4, 100}) {
            even.add(new float[] {value});
        }
        assertThat(even.fitted()[0]).isBetween(2f, 4f);
    }

    @Test
    void fitted_mostlyZeros_isZero() {
        MedianThresholds thresholds = new MedianThresholds(1);
        for (int i = 0; i < 10_000; i++) {
            thresholds.add(new float[] {i % 10 < 6 ? 0 : i});
        }
        assertThat(thresholds.fitted()).containsExactly(0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void fitted_randomSample_isTheExactMedianToHalfAPercentOfTheRank(long seed) {
        Random random = new Random(seed);
        int size = 2_000 + random.nextInt(8_000);
        double[] values = random.doubles(size)
                .map(uniform -> seed % 2 == 0 ? uniform : Math.exp(8 * uniform))
                .toArray();
        MedianThresholds thresholds = new MedianThresholds(1);
        for (double value : values) {
            thresholds.add(new float[] {(float) value});
        }

        float median = thresholds.fitted()[0];

        long below = Arrays.stream(values).filter(value -> value < median).count();
        assertThat((double) below / size).isCloseTo(0.5, within(0.005));
    }

    @Test
    void largest_afterManyRows_staysBounded() {
        MedianThresholds thresholds = new MedianThresholds(2);
        Random random = new Random(1);
        for (int i = 0; i < 200_000; i++) {
            thresholds.add(new float[] {random.nextFloat(), i});
        }
        assertThat(thresholds.fitted()[1]).isCloseTo(100_000, within(1_000f));
        assertThat(thresholds.largest()).isLessThanOrEqualTo(2 * MedianThresholds.COMPRESSION);
    }
}
