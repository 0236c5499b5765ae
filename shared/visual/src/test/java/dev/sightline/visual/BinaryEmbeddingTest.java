package dev.sightline.visual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

class BinaryEmbeddingTest {

    @Test
    void ofBits_firstBit_isMostSignificantOfFirstByte() {
        assertThat(embedding(16, 0).toPacked()).containsExactly(0x80, 0x00);
    }

    @Test
    void ofBits_lastBit_isLeastSignificantOfLastByte() {
        assertThat(embedding(16, 15).toPacked()).containsExactly(0x00, 0x01);
    }

    @Test
    void ofBits_handComputedPattern_packsInOrder() {
        // 1010 0001  0000 0011
        assertThat(embedding(16, 0, 2, 7, 14, 15).toPacked()).containsExactly(0xA1, 0x03);
    }

    @Test
    void ofBits_bitsBeyondTheLength_areLeftOut() {
        assertThat(embedding(8, 1, 8, 100).toPacked()).containsExactly(0x40);
    }

    @Test
    void ofBits_lengthNoMultipleOfEight_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> embedding(12))
                .withMessage("expected a positive multiple of 8 bits, got 12");
    }

    @Test
    void ofBits_noBits_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> embedding(0)).withMessageContaining("got 0");
    }

    @Test
    void ofPacked_emptyArray_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BinaryEmbedding.ofPacked(new byte[0]))
                .withMessage("expected at least 8 bits, got 0");
    }

    @Test
    void arrays_changedOutside_leaveTheEmbeddingAlone() {
        byte[] given = {0x0F};
        BinaryEmbedding embedding = BinaryEmbedding.ofPacked(given);
        given[0] = 0;
        embedding.toPacked()[0] = 0;
        assertThat(embedding.toPacked()).containsExactly(0x0F);
    }

    @Test
    void equals_sameBits_isTrueWithEqualHash() {
        BinaryEmbedding packed = BinaryEmbedding.ofPacked(new byte[] {(byte) 0x80});
        assertThat(packed).isEqualTo(embedding(8, 0)).hasSameHashCodeAs(embedding(8, 0));
        assertThat(packed).isNotEqualTo(embedding(16, 0)).isNotEqualTo(embedding(8, 1));
    }

    private static BinaryEmbedding embedding(int bits, int... ones) {
        BitSet set = new BitSet();
        for (int one : ones) {
            set.set(one);
        }
        return BinaryEmbedding.ofBits(set, bits);
    }
}
