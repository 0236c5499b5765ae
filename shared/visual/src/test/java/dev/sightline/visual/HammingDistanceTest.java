package dev.sightline.visual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource({"0.25, true", "0.2499999, false", "0, false", "1, true"})
    void isWithin_aQuarterOfTheBits_isAsTheFractionSays(double share, boolean within) {
        assertThat(HammingDistance.isWithin(code(0xF0, 0), code(0, 0), share)).isEqualTo(within);
    }

    @Test
    void isWithin_everyDistanceAndLimitOfALongCode_isAsTheFractionSays() {
        BinaryEmbedding zero = BinaryEmbedding.ofBits(new BitSet(), 136);
        for (int distance = 0; distance <= 136; distance++) {
            BitSet bits = new BitSet();
            bits.set(136 - distance, 136);
            BinaryEmbedding other = BinaryEmbedding.ofBits(bits, 136);
            for (int limit = 0; limit <= 136; limit++) {
                double share = limit / 136.0;
                assertThat(HammingDistance.isWithin(zero, other, share))
                        .isEqualTo(HammingDistance.fraction(zero, other) <= share);
            }
        }
    }

    @Test
    void isWithin_differentLengths_namesBothCounts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HammingDistance.isWithin(code(0, 0), code(0), 0.5))
                .withMessage("expected 16 bits, got 8");
    }

    private static BinaryEmbedding code(int... bytes) {
        byte[] packed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            packed[i] = (byte) bytes[i];
        }
        return BinaryEmbedding.ofPacked(packed);
    }
}
