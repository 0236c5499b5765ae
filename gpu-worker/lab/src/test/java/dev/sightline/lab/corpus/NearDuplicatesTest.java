package dev.sightline.lab.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sightline.visual.BinaryEmbedding;
import dev.sightline.visual.ImageSignature;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NearDuplicatesTest {

    private static final BinaryEmbedding NONE = code(0x00);
    private static final BinaryEmbedding ONE_BIT = code(0x01);
    private static final BinaryEmbedding TWO_BITS = code(0x03);
    private static final BinaryEmbedding ALL = code(0xFF);

    @Test
    void cluster_ofCodesInAChain_joinsItsEnds() {
        // One bit of eight is 0.125; the ends differ in 0.25.
        Clusters clusters =
                new NearDuplicates(0.2).cluster(signatures("a", "b", "c", "d"), List.of(NONE, ALL, TWO_BITS, ONE_BIT));

        assertThat(clusters.members()).containsExactly(List.of(0, 2, 3), List.of(1));
    }

    @Test
    void cluster_ofCodesAtTheLimit_keepsThemApart() {
        Clusters clusters = new NearDuplicates(0.125).cluster(signatures("a", "b"), List.of(NONE, ONE_BIT));

        assertThat(clusters.count()).isEqualTo(2);
    }

    @Test
    void cluster_ofEqualSignatures_joinsThemWhateverTheirCodes() {
        Clusters clusters = new NearDuplicates(0).cluster(signatures("a", "b", "a"), List.of(NONE, NONE, ALL));

        assertThat(IntStream.range(0, 3).map(clusters::of)).containsExactly(0, 1, 0);
    }

    @Test
    void cluster_ofDifferentNumbers_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NearDuplicates.DEFAULT.cluster(signatures("a"), List.of(NONE, ALL)))
                .withMessage("expected a code for each of 1 signatures, got 2");
    }

    @Test
    void limit_aboveOne_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NearDuplicates(1.5))
                .withMessage("expected a limit of 0..1, got 1.5");
    }

    private static BinaryEmbedding code(int bits) {
        return BinaryEmbedding.ofPacked(new byte[] {(byte) bits});
    }

    private static List<ImageSignature> signatures(String... contents) {
        return Stream.of(contents)
                .map(content -> ImageSignature.of(content.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .toList();
    }
}
