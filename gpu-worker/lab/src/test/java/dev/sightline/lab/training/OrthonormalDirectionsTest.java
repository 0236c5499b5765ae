package dev.sightline.lab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class OrthonormalDirectionsTest {

    @Test
    void of_rows_haveLengthOneAndRightAngles() {
        float[][] rows = OrthonormalDirections.of(6, 9, 2);
        for (int a = 0; a < rows.length; a++) {
            for (int b = 0; b < rows.length; b++) {
                assertThat(dot(rows[a], rows[b])).isCloseTo(a == b ? 1 : 0, within(1e-6));
            }
        }
    }

    @Test
    void of_withAsManyRowsAsColumns_keepsLengths() {
        var rotation = new LinearHead(OrthonormalDirections.of(5, 5, 3), new float[5]);
        float[] turned = rotation.apply(new float[] {1, 2, 3, 4, 5});
        assertThat(dot(turned, turned)).isCloseTo(55, within(1e-4));
    }

    @Test
    void of_ofTheSameSeed_isTheSame() {
        assertThat(OrthonormalDirections.of(3, 4, 7)).isDeepEqualTo(OrthonormalDirections.of(3, 4, 7));
        assertThat(OrthonormalDirections.of(3, 4, 7)[0]).isNotEqualTo(OrthonormalDirections.of(3, 4, 8)[0]);
    }

    @Test
    void of_withMoreRowsThanColumns_namesBoth() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OrthonormalDirections.of(5, 4, 1))
                .withMessage("expected at most 4 dimensions, got 5");
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int d = 0; d < a.length; d++) {
            sum += (double) a[d] * b[d];
        }
        return sum;
    }
}
