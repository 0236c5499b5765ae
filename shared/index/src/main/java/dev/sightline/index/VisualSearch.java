package dev.sightline.index;

import dev.sightline.visual.Embedding;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelSetId;
import dev.sightline.visual.SightlineException;
import java.util.Set;

/**
 * A nearest-neighbour question in two stages: {@code limit x oversample} candidates by Hamming distance, the best {@code limit} of
 * them by cosine.
 *
 * @throws IllegalArgumentException if limit or oversample is below 1
 */
public record VisualSearch(
        Embedding query,
        ModelSetId modelSet,
        int limit,
        int oversample,
        Set<ImageSignature> exclude,
        SearchFilter filter) {

    /** A question to all images but some. */
    public VisualSearch(Embedding query, ModelSetId modelSet, int limit, int oversample, Set<ImageSignature> exclude) {
        this(query, modelSet, limit, oversample, exclude, SearchFilter.NONE);
    }

    public VisualSearch {
        if (limit < 1 || oversample < 1) {
            throw new IllegalArgumentException(
                    "expected limit and oversample >= 1, got %d and %d".formatted(limit, oversample));
        }
        exclude = Set.copyOf(exclude);
    }

    /**
     * Checks what is about to be searched.
     *
     * @throws SightlineException with {@code MODEL_SET_MISMATCH} if its vectors are of another model set
     */
    public void requireModelSet(ModelSetId searched) {
        if (!searched.equals(modelSet)) {
            throw new SightlineException(
                    ErrorCode.MODEL_SET_MISMATCH, "expected model set %s, got %s".formatted(searched, modelSet));
        }
    }
}
