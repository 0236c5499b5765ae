package dev.sightline.visual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** What holds for all codes and vectors: Hamming distance is a metric, packing loses nothing, the norm is 1. */
class EmbeddingPropertiesTest {

    private static final int BYTES = 19; // two whole longs and a tail

    @Property(seed = "1", tries = 300)
    void packing_anyBytes_comeBackUnchanged(@ForAll @Size(min = 1, max = 40) byte[] packed) {
        assertThat(BinaryEmbedding.ofPacked(packed).toPacked()).isEqualTo(packed);
    }

    @Property(seed = "2", tries = 300)
    void packing_bitByBit_givesTheSameCode(@ForAll @Size(min = 1, max = 40) byte[] packed) {
        BitSet bits = new BitSet();
        for (int i = 0; i < packed.length * 8; i++) {
            bits.set(i, (packed[i / 8] >> (7 - i % 8) & 1) == 1);
        }
        assertThat(BinaryEmbedding.ofBits(bits, packed.length * 8)).isEqualTo(BinaryEmbedding.ofPacked(packed));
    }

    @Property(seed = "3", tries = 300)
    void hamming_anyCodes_isAMetric(
            @ForAll("codes") BinaryEmbedding a,
            @ForAll("codes") BinaryEmbedding b,
            @ForAll("codes") BinaryEmbedding c) {
        int distance = HammingDistance.between(a, b);
        assertThat(distance).isBetween(0, a.bits()).isEqualTo(HammingDistance.between(b, a));
        assertThat(distance == 0).isEqualTo(a.equals(b));
        assertThat(HammingDistance.between(a, a)).isZero();
        assertThat(HammingDistance.between(a, c)).isLessThanOrEqualTo(distance + HammingDistance.between(b, c));
    }

    @Property(seed = "4", tries = 300)
    void hamming_anyCodes_agreesWithCountingBitByBit(
            @ForAll("codes") BinaryEmbedding a, @ForAll("codes") BinaryEmbedding b) {
        BitSet differing = BitSet.valueOf(a.toPacked());
        differing.xor(BitSet.valueOf(b.toPacked()));
        assertThat(HammingDistance.between(a, b)).isEqualTo(differing.cardinality());
    }

    @Property(seed = "5", tries = 300)
    void normalized_anyVector_hasUnitLengthAndItsOwnDirection(@ForAll("vectors") float[] raw) {
        DenseEmbedding embedding = DenseEmbedding.normalized(raw);
        assertThat(embedding.cosine(embedding)).isCloseTo(1, within(1e-6));
        assertThat(DenseEmbedding.normalized(embedding.toArray()).cosine(embedding))
                .isCloseTo(1, within(1e-6));
        assertThat(DenseEmbedding.ofUnit(embedding.toArray())).isEqualTo(embedding);
    }

    @Property(seed = "6", tries = 300)
    void cosine_anyVectors_isSymmetricAndBounded(@ForAll("vectors") float[] a, @ForAll("vectors") float[] b) {
        DenseEmbedding left = DenseEmbedding.normalized(a);
        DenseEmbedding right = DenseEmbedding.normalized(b);
        assertThat(left.cosine(right)).isBetween(-1.0, 1.0).isEqualTo(right.cosine(left));
    }

    @Provide
    Arbitrary<BinaryEmbedding> codes() {
        return Arbitraries.bytes().array(byte[].class).ofSize(BYTES).map(BinaryEmbedding::ofPacked);
    }

    @Provide
    Arbitrary<float[]> vectors() {
        return Arbitraries.floats()
                .between(-1e6f, 1e6f)
                .array(float[].class)
                .ofSize(12)
                .filter(vector -> vector[0] != 0);
    }
}
