package dev.sightline.visual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DenseEmbeddingTest {

    @Test
    void normalized_handComputedVector_hasUnitLength() {
        assertThat(DenseEmbedding.normalized(new float[] {3, -4}).toArray()).containsExactly(0.6f, -0.8f);
    }

    @Test
    void normalized_largestAndSmallestFloats_neitherOverflowNorVanish() {
        assertThat(DenseEmbedding.normalized(new float[] {Float.MAX_VALUE, 0}).toArray())
                .containsExactly(1, 0);
        assertThat(DenseEmbedding.normalized(new float[] {0, -Float.MIN_VALUE}).toArray())
                .containsExactly(0, -1);
    }

    @Test
    void normalized_zeroVector_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DenseEmbedding.normalized(new float[4]))
                .withMessage("expected a finite norm above 0, got 0.0 over 4 dimensions");
    }

    @Test
    void normalized_notFiniteOrEmpty_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> DenseEmbedding.normalized(new float[] {1, Float.NaN}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DenseEmbedding.normalized(new float[] {Float.POSITIVE_INFINITY}));
        assertThatIllegalArgumentException().isThrownBy(() -> DenseEmbedding.normalized(new float[0]));
    }

    @Test
    void ofUnit_vectorOfOtherLength_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DenseEmbedding.ofUnit(new float[] {3, 4}))
                .withMessage("expected a norm of 1, got 5.0 over 2 dimensions");
        assertThatIllegalArgumentException().isThrownBy(() -> DenseEmbedding.ofUnit(new float[] {Float.NaN}));
    }

    @Test
    void cosine_handComputedVectors_isTheirDotProduct() {
        // (0.6, 0.8) . (0.8, 0.6) = 0.96
        assertThat(vector(3, 4).cosine(vector(4, 3))).isCloseTo(0.96, within(1e-6));
        assertThat(vector(1, 0).cosine(vector(0, 5))).isZero();
        assertThat(vector(1, 2).cosine(vector(-2, -4))).isCloseTo(-1, within(1e-6));
    }

    @Test
    void cosine_differentDimensions_namesBothCounts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> vector(1, 2).cosine(vector(1, 2, 3)))
                .withMessage("expected 2 dimensions, got 3");
    }

    @Test
    void arrays_changedOutside_leaveTheEmbeddingAlone() {
        float[] given = {1, 0};
        DenseEmbedding embedding = DenseEmbedding.ofUnit(given);
        given[0] = 9;
        embedding.toArray()[0] = 9;
        assertThat(embedding).isEqualTo(vector(1, 0)).hasSameHashCodeAs(vector(1, 0));
    }

    private static DenseEmbedding vector(float... raw) {
        return DenseEmbedding.normalized(raw);
    }
}
