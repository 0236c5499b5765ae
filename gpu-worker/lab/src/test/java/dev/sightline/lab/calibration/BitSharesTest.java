package dev.sightline.lab.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.visual.Binarizer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BitSharesTest {

    /** Over ten images, bit d is set in the first 0, 1, 3, 5, 7, 8, 9 and 10 of them. */
    private static final int[] SET = {0, 1, 3, 5, 7, 8, 9, 10};

    @Test
    void of_handComputedImages_countsEachBit() {
        BitShares shares = BitShares.of(Binarizer.zero(8), images());

        assertThat(shares.images()).isEqualTo(10);
        for (int bit = 0; bit < 8; bit++) {
            assertThat(shares.share(bit)).isEqualTo(SET[bit] / 10.0);
        }
        assertThat(shares.smallest()).isZero();
        assertThat(shares.median()).isCloseTo(0.6, within(1e-12));
        assertThat(shares.largest()).isOne();
        assertThat(shares.mean()).isCloseTo(43 / 80.0, within(1e-12));
    }

    @Test
    void unbalanced_atTheLimits_isBalanced() {
        // 0.3 and 0.7 belong to the balanced ones: 0, .1, .8, .9 and 1 do not.
        assertThat(BitShares.of(Binarizer.zero(8), images()).unbalanced()).isEqualTo(5);
    }

    @Test
    void constant_countsNeverAndAlways() {
        assertThat(BitShares.of(Binarizer.zero(8), images()).constant()).isEqualTo(2);
    }

    @Test
    void histogram_countsBordersAboveAndOneBelow() {
        assertThat(BitShares.of(Binarizer.zero(8), images()).histogram(2)).containsExactly(3, 5);
    }

    @Test
    void of_noImages_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BitShares.of(Binarizer.zero(8), List.of()))
                .withMessage("expected at least one image, got none");
    }

    static List<float[]> images() {
        return IntStream.range(0, 10)
                .mapToObj(image -> {
                    float[] row = new float[8];
                    for (int bit = 0; bit < 8; bit++) {
                        row[bit] = image < SET[bit] ? 1 : -1;
                    }
                    return row;
                })
                .toList();
    }
}
