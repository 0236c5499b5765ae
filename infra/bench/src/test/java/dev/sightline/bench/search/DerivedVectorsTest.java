package dev.sightline.bench.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sightline.visual.BinaryEmbedding;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DerivedVectorsTest {

    private static final List<float[]> REAL = List.of(new float[] {1, 2, 0}, new float[] {3, 0, 0});

    @Test
    void vector_ofTheSameSeedAndPlace_isTheSame() {
        assertThat(new DerivedVectors(REAL, 1).vector(7)).containsExactly(new DerivedVectors(REAL, 1).vector(7));
        assertThat(new DerivedVectors(REAL, 1).vector(7)).isNotEqualTo(new DerivedVectors(REAL, 1).vector(8));
    }

    @Test
    void vector_ofFeaturesThatAllLack_keepsTheirZeros() {
        for (int i = 0; i < 50; i++) {
            assertThat(new DerivedVectors(REAL, 1).vector(i)[2]).isZero();
        }
    }

    @Test
    void new_ofOneRealVector_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DerivedVectors(REAL.subList(0, 1), 1))
                .withMessage("expected at least 2 real vectors, got 1");
    }

    @Test
    void nearest_inMemory_ordersByDistanceThenPlace() {
        MemoryScan scan = new MemoryScan(8, 4);
        scan.add(BinaryEmbedding.ofPacked(new byte[] {0b0111}));
        scan.add(BinaryEmbedding.ofPacked(new byte[] {0b0001}));
        scan.add(BinaryEmbedding.ofPacked(new byte[] {0b0000}));
        scan.add(BinaryEmbedding.ofPacked(new byte[] {0b1000}));

        assertThat(scan.nearest(BinaryEmbedding.ofPacked(new byte[] {0}), 3)).containsExactly(2, 1, 3);
    }
}
