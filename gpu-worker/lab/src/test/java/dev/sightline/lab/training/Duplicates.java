package dev.sightline.lab.training;

import dev.sightline.lab.corpus.Clusters;
import dev.sightline.lab.corpus.NearDuplicates;
import dev.sightline.visual.BinaryEmbedding;
import dev.sightline.visual.ImageSignature;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Clusters made by hand. */
final class Duplicates {

    private Duplicates() {}

    /** Images that show the same have the same word. */
    static Clusters of(String... shown) {
        List<ImageSignature> signatures = Arrays.stream(shown)
                .map(word -> ImageSignature.of(word.getBytes(StandardCharsets.UTF_8)))
                .toList();
        List<BinaryEmbedding> codes = Arrays.stream(shown)
                .map(_ -> BinaryEmbedding.ofPacked(new byte[8]))
                .toList();
        // At a limit of 0 only equal signatures join.
        return new NearDuplicates(0).cluster(signatures, codes);
    }
}
