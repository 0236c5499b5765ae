package dev.sightline.visual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class HammingDistanceTest {

    @Test
    void between_handComputedCodes_countsDifferingBits() {
        // A1 = 1010 0001, 0F = 0000 1111: 1010 1110 differ, 5 bits
        assertThat(HammingDistance.between(code(0xA1), code(0x0F))).isEqualTo(5);
    }

    @Test
    void between_zeroAndOnes_isAllBits() {
        int[] ones = {0xFF, 0xFF, 0xFF};
        assertThat(HammingDistance.between(code(0, 0, 0), code(ones))).isEqualTo(24);
    }

    @Test
    void between_longCodeWithTail_countsBoth() {
        // 9 bytes: one whole long and one byte more, a bit in each.
        assertThat(HammingDistance.between(code(0, 0, 0, 1, 0, 0, 0, 0, 0), code(0, 0, 0, 0, 0, 0, 0, 0, 0x80)))
                .isEqualTo(2);
    }

    @Test
    void between_differentLengths_namesBothCounts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HammingDistance.between(code(0, 0), code(0)))
                .withMessage("expected 16 bits, got 8");
    }

    @Test
    void fraction_handComputedCodes_isShareOfBits() {
        assertThat(HammingDistance.fraction(code(0xF0, 0), code(0, 0))).isEqualTo(0.25);
    }

    private static BinaryEmbedding code(int... bytes) {
        byte[] packed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            packed[i] = (byte) bytes[i];
        }
        return BinaryEmbedding.ofPacked(packed);
    }
}
