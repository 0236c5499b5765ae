package dev.sightline.visual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RotationTest {

    private static final int DIMENSIONS = 24;
    private static final int WIDTH = 32;

    /**
     * By hand: the signs of seed 1 are - - - +, + - - - and + - + -. The first round makes (-.5, -.5, -.5, -.5) of the first unit
     * vector, the second (.5, -.5, -.5, -.5), the third (.5, -.5, .5, .5).
     */
    @Test
    void rotate_handComputedUnitVector_isSpreadOverAllOutputs() {
        assertThat(new Rotation(4, 4, 1).rotate(new float[] {1, 0, 0, 0})).containsExactly(0.5f, -0.5f, 0.5f, 0.5f);
    }

    /** By hand, with the same signs: (-1, -3, -2, 4), then (0, 1, 2, -5), then the golden; the sum of squares stays 30. */
    @Test
    void rotate_handComputedVector_givesTheGolden() {
        assertThat(new Rotation(4, 4, 1).rotate(new float[] {1, 2, 3, 4})).containsExactly(3, -1, -4, 2);
    }

    @Test
    void rotate_fewerOutputs_areTheFirstOnes() {
        assertThat(new Rotation(4, 2, 1).rotate(new float[] {1, 2, 3, 4})).containsExactly(3, -1);
    }

    @Test
    void rotate_moreOutputs_beginWithTheFirstBlock() {
        float[] rotated = new Rotation(4, 10, 1).rotate(new float[] {1, 2, 3, 4});

        assertThat(rotated).hasSize(10).startsWith(3, -1, -4, 2);
        assertThat(Arrays.copyOfRange(rotated, 4, 8)).isNotEqualTo(Arrays.copyOf(rotated, 4));
    }

    @Test
    void rotate_oneDimension_onlyTurnsItsSign() {
        assertThat(Math.abs(new Rotation(1, 1, 5).rotate(new float[] {2})[0])).isEqualTo(2);
    }

    @Test
    void rotate_otherSeed_givesOtherOutputs() {
        float[] raw = {1, 2, 3, 4};
        assertThat(new Rotation(4, 4, 2).rotate(raw)).isNotEqualTo(new Rotation(4, 4, 1).rotate(raw));
    }

    @Test
    void rotate_givenArray_isNotChanged() {
        float[] raw = {1, 2, 3, 4};
        new Rotation(4, 4, 1).rotate(raw);
        assertThat(raw).containsExactly(1, 2, 3, 4);
    }

    @Test
    void rotate_wrongLength_namesBoth() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rotation(4, 8, 1).rotate(new float[5]))
                .withMessage("expected 4 features, got 5");
    }

    @Test
    void constructor_withoutDimensionsOrOutputs_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Rotation(0, 8, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rotation(8, 0, 1))
                .withMessage("expected dimensions and outputs >= 1, got 8 and 0");
    }

    @Property(seed = "1", tries = 300)
    void rotate_wholeBlock_keepsNormsAndInnerProducts(
            @ForAll("vectors") float[] a, @ForAll("vectors") float[] b, @ForAll long seed) {
        Rotation rotation = new Rotation(DIMENSIONS, WIDTH, seed);

        float[] left = rotation.rotate(a);
        float[] right = rotation.rotate(b);

        double size = Math.sqrt(dot(a, a) * dot(b, b));
        assertThat(dot(left, left)).isCloseTo(dot(a, a), within(1e-4 * dot(a, a)));
        assertThat(dot(left, right)).isCloseTo(dot(a, b), within(1e-4 * size));
    }

    @Property(seed = "2", tries = 100)
    void rotate_stackedBlocks_eachKeepTheNorm(@ForAll("vectors") float[] a, @ForAll long seed) {
        float[] rotated = new Rotation(DIMENSIONS, 3 * WIDTH, seed).rotate(a);

        assertThat(dot(rotated, rotated)).isCloseTo(3 * dot(a, a), within(3e-4 * dot(a, a)));
    }

    @Property(seed = "3", tries = 100)
    void rotate_sameSeed_givesTheSameFloats(@ForAll("vectors") float[] a, @ForAll long seed) {
        assertThat(new Rotation(DIMENSIONS, 80, seed).rotate(a))
                .containsExactly(new Rotation(DIMENSIONS, 80, seed).rotate(a));
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }

    @Provide
    Arbitrary<float[]> vectors() {
        return Arbitraries.floats()
                .between(-100, 100)
                .array(float[].class)
                .ofSize(DIMENSIONS)
                .filter(vector -> dot(vector, vector) > 1);
    }
}
