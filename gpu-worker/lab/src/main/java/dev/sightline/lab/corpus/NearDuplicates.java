package dev.sightline.lab.corpus;

import dev.sightline.visual.BinaryEmbedding;
import dev.sightline.visual.HammingDistance;
import dev.sightline.visual.ImageSignature;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Joins images that show the same: those with equal signatures, and those whose codes differ in less than {@code limit} of the bits,
 * 0..1; also through a third image that is near to both.
 *
 * <p>Paper: near-duplicates share features. Ours: the limit, and that a measurement never has one of them on each side.
 *
 * @throws IllegalArgumentException if the limit lies outside 0..1
 */
public record NearDuplicates(double limit) {

    /** What the evaluation uses unless told otherwise. */
    public static final NearDuplicates DEFAULT = new NearDuplicates(0.1);

    public NearDuplicates {
        if (!(limit >= 0 && limit <= 1)) {
            throw new IllegalArgumentException("expected a limit of 0..1, got " + limit);
        }
    }

    /**
     * The clusters of images, given signature and code of each; compares each with each.
     *
     * @throws IllegalArgumentException if the numbers of signatures and codes differ, or the codes' lengths
     */
    public Clusters cluster(List<ImageSignature> signatures, List<BinaryEmbedding> codes) {
        if (signatures.size() != codes.size()) {
            throw new IllegalArgumentException(
                    "expected a code for each of %d signatures, got %d".formatted(signatures.size(), codes.size()));
        }
        int[] parents = IntStream.range(0, codes.size()).toArray();
        for (int i = 1; i < parents.length; i++) {
            for (int j = 0; j < i; j++) {
                if (signatures.get(i).equals(signatures.get(j))
                        || HammingDistance.fraction(codes.get(i), codes.get(j)) < limit) {
                    join(parents, i, j);
                }
            }
        }
        return Clusters.ofForest(parents);
    }

    private static void join(int[] parents, int a, int b) {
        int first = root(parents, a);
        int second = root(parents, b);
        parents[Math.max(first, second)] = Math.min(first, second);
    }

    private static int root(int[] parents, int image) {
        int root = image;
        while (parents[root] != root) {
            // Halves the path for the next search.
            parents[root] = parents[parents[root]];
            root = parents[root];
        }
        return root;
    }
}
