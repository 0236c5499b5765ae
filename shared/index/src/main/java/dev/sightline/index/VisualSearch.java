package dev.sightline.index;

import dev.sightline.visual.Embedding;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelSetId;
import java.util.Set;

/**
 * A nearest-neighbour question in two stages: {@code limit x oversample} candidates by Hamming distance, the best {@code limit} of
 * them by cosine.
 *
 * @throws IllegalArgumentException if limit or oversample is below 1
 */
public record VisualSearch(
        Embedding query, ModelSetId modelSet, int limit, int oversample, Set<ImageSignature> exclude) {

    public VisualSearch {
        if (limit < 1 || oversample < 1) {
            throw new IllegalArgumentException(
                    "expected limit and oversample >= 1, got %d and %d".formatted(limit, oversample));
        }
        exclude = Set.copyOf(exclude);
    }
}
