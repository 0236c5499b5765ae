package dev.sightline.blender.respond;

import dev.sightline.visual.Label;
import dev.sightline.visual.NormalizedBox;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One image of a group. {@code rank} counts from 1. {@code score} in 0..1, larger is better: for Visual and Object Search (1 + cosine)
 * / 2, where Object Search takes the mean cosine over the query's objects; for Image Search the share of the best match's score; for
 * co-saves the share of the query's boards that hold the image, corrected for popularity; for remembered winners boost / (1 + boost). Scores
 * of two sources, or of two queries, are not comparable; the rank is not made of them. {@code duplicates}: images that were found too and
 * are left out because they look the same as this one. {@code ranking}: of Related Pins, what ordered the result.
 */
public record ResultAnswer(
        int rank,
        String imageId,
        List<String> keys,
        double score,
        int width,
        int height,
        List<Label> labels,
        List<String> duplicates,
        @Nullable RankingAnswer ranking,
        Why why) {

    public ResultAnswer {
        keys = List.copyOf(keys);
        labels = List.copyOf(labels);
        duplicates = List.copyOf(duplicates);
    }

    /**
     * Why the image is here: {@code source} gave it, as its best but {@code sourceRank - 1}, and those of {@code alsoFoundBy} offered it
     * too.
     *
     * <p>Of Visual Search: {@code hammingDistance} in bits, {@code hammingFraction} of all bits in 0..1, {@code cosine} in -1..1. Of Object
     * Search: the same for the object that matches best, whose place is {@code box}; other objects that match are in {@code otherBoxes}. Of
     * Image Search: the {@code terms} that the image holds; {@code preferred} says that its texts hold a preferred word. Of co-saves:
     * {@code boards} that hold both images. Of remembered winners: the {@code boost} by what people did. {@code fallback} is
     * true if the image lacks the category that was asked for.
     */
    public record Why(
            String source,
            int sourceRank,
            @Nullable List<Also> alsoFoundBy,
            @Nullable Integer hammingDistance,
            @Nullable Double hammingFraction,
            @Nullable Double cosine,
            @Nullable NormalizedBox box,
            @Nullable List<NormalizedBox> otherBoxes,
            @Nullable List<String> terms,
            @Nullable Boolean preferred,
            @Nullable Integer boards,
            @Nullable Double boost,
            @Nullable Boolean fallback) {

        public Why {
            alsoFoundBy = alsoFoundBy == null ? null : List.copyOf(alsoFoundBy);
            otherBoxes = otherBoxes == null ? null : List.copyOf(otherBoxes);
            terms = terms == null ? null : List.copyOf(terms);
        }
    }

    /**
     * What ordered a result: its place {@code rankBefore} in the mixed pool, from 1; the {@code score} by which the pool is ordered, larger is
     * better; the part of that score that is engagement's {@code boost}, 0 where the ranker knows it as a feature; and the {@code features} by
     * name, without those that are not known.
     */
    public record RankingAnswer(int rankBefore, double score, double boost, Map<String, Double> features) {

        public RankingAnswer {
            features = Map.copyOf(features);
        }
    }

    /** A source that offered the image too, and its rank there from 1. */
    public record Also(String source, int rank) {}
}
