package dev.sightline.visual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

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
    void binarize_negativeZeroAndNaN_areZero() {
        float[] odd = {-0f, Float.NaN, Float.NEGATIVE_INFINITY, Float.MIN_VALUE, 0, 0, 0, Float.POSITIVE_INFINITY};
        assertThat(Binarizer.zero(8).binarize(odd).toPacked()).containsExactly(0x11);
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
