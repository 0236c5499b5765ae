package dev.sightline.visual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BinarizerTest {

    @Test
    void binarize_handComputedFeatures_setsBitsAboveTheirOwnThreshold() {
        float[] thresholds = {0, 1, 2, 3, 4, 5, 6, 7};
        float[] raw = {0.5f, 0.5f, 2.5f, 2.5f, 4.5f, 4.5f, 6.5f, 6.5f};
        // 1010 1010
        assertThat(binarizer(thresholds).binarize(raw).toPacked()).containsExactly(0xAA);
    }

    @Test
    void binarize_featureEqualToThreshold_isZero() {
        float[] ties = {1, 1, 1, 1, 1, 1, 1, 1.0000001f};
        assertThat(binarizer(new float[] {1, 1, 1, 1, 1, 1, 1, 1})
                        .binarize(ties)
                        .toPacked())
                .containsExactly(0x01);
    }

    @Test
    void binarize_zeroVector_isAllZero() {
        assertThat(Binarizer.zero(8).binarize(new float[8]).toPacked()).containsExactly(0x00);
    }

    @Test
    void binarize_negativeZero_isNotAboveZero() {
        float[] small = {-0f, Float.MIN_VALUE, 0, 0, 0, 0, 0, Float.MAX_VALUE};
        assertThat(Binarizer.zero(8).binarize(small).toPacked()).containsExactly(0x41);
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void binarize_featureNotFinite_namesIt(float odd) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Binarizer.zero(8).binarize(new float[] {0, 0, 0, odd, 0, 0, 0, 0}))
                .withMessage("expected finite features, got %s at 3", odd);
    }

    @Test
    void constructor_thresholdNotFinite_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> binarizer(new float[] {0, Float.NaN, 0, 0, 0, 0, 0, 0}))
                .withMessage("expected finite thresholds, got NaN at 1");
    }

    @Test
    void binarize_withRotation_comparesWhatTheRotationGives() {
        // RotationTest: (1, 2, 3, 4) becomes (3, -1, -4, 2) in the first of two blocks.
        Rotation rotation = new Rotation(4, 8, 1);
        float[] second = rotation.rotate(new float[] {1, 2, 3, 4});
        float[] thresholds = {3, -1.5f, -4, 1, second[4], second[5] - 1, second[6] + 1, second[7] - 1};
        Binarizer binarizer = new Binarizer(ModelRef.builtIn("test", "1", "test"), rotation, thresholds);

        // 0101 0101: a value equal to its threshold is zero.
        assertThat(binarizer.binarize(new float[] {1, 2, 3, 4}).toPacked()).containsExactly(0x55);
        assertThat(binarizer.dimensions()).isEqualTo(4);
        assertThat(binarizer.bits()).isEqualTo(8);
        assertThat(binarizer.rotation()).containsSame(rotation);
    }

    @Test
    void binarize_withRotation_isTheSameOnEveryJvm() {
        Binarizer binarizer =
                new Binarizer(ModelRef.builtIn("test", "1", "test"), new Rotation(20, 80, 7), new float[80]);
        float[] raw = new float[20];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = i - 7;
        }
        assertThat(HexFormat.of().formatHex(binarizer.binarize(raw).toPacked())).isEqualTo("dffd8aac4228d021b76b");
    }

    @Test
    void constructor_thresholdsOfAnotherNumberThanOutputs_namesBoth() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Binarizer(ModelRef.builtIn("test", "1", "test"), new Rotation(8, 24, 1), new float[16]))
                .withMessage("expected 24 thresholds, got 16");
    }

    @Test
    void dimensions_withoutRotation_areTheBits() {
        assertThat(Binarizer.zero(16).dimensions()).isEqualTo(16);
        assertThat(Binarizer.zero(16).bits()).isEqualTo(16);
        assertThat(Binarizer.zero(16).rotation()).isEmpty();
    }

    @Test
    void method_ofItsSlug_isItself() {
        for (BinarizerMethod method : BinarizerMethod.values()) {
            assertThat(BinarizerMethod.of(method.slug())).isEqualTo(method);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BinarizerMethod.of("modal"))
                .withMessage("expected a method zero, mean, median or rotation, got 'modal'");
    }

    @Test
    void binarize_wrongLength_namesBothCounts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Binarizer.zero(16).binarize(new float[8]))
                .withMessage("expected 16 features, got 8");
    }

    @Test
    void constructor_thresholdsNoMultipleOfEight_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Binarizer.zero(12))
                .withMessage("expected a positive multiple of 8 thresholds, got 12");
        assertThatIllegalArgumentException().isThrownBy(() -> Binarizer.zero(0));
    }

    @Test
    void constructor_arrayChangedAfterwards_keepsTheThresholds() {
        float[] thresholds = new float[8];
        Binarizer binarizer = binarizer(thresholds);
        thresholds[0] = 100;
        assertThat(binarizer.binarize(new float[] {1, 0, 0, 0, 0, 0, 0, 0}).toPacked())
                .containsExactly(0x80);
    }

    @Test
    void zero_otherLength_isAnotherArtefact() {
        assertThat(Binarizer.zero(8).ref()).isEqualTo(Binarizer.zero(8).ref());
        assertThat(Binarizer.zero(8).ref()).isNotEqualTo(Binarizer.zero(16).ref());
    }

    private static Binarizer binarizer(float[] thresholds) {
        return new Binarizer(ModelRef.builtIn("test", "1", "test"), thresholds);
    }
}
