package dev.sightline.blender.respond;

import dev.sightline.blender.receive.Forms;
import dev.sightline.visual.Label;
import dev.sightline.visual.NormalizedBox;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One image of a group. {@code rank} counts from 1. {@code score} in 0..1, larger is better: for Visual and Object Search (1 + cosine)
 * / 2, where Object Search takes the mean cosine over the query's objects; for Image Search the share of the best match's score; for
 * co-saves the share of the query's boards that hold the image, corrected for popularity; for remembered winners boost / (1 + boost). Scores
 * of two sources, or of two queries, are not comparable; the rank is not made of them. {@code duplicates}: images that were found too and
 * are left out because they look the same as this one. {@code ranking}: of Related Pins, what ordered the result.
 */
@Schema(name = "Result", description = "One image of a group")
public record ResultAnswer(
        @Schema(description = "place in the group, from 1", minimum = "1")
        int rank,

        @Schema(description = "the image", pattern = Forms.SIGNATURE)
        String imageId,

        @Schema(description = "its keys in the bucket") List<String> keys,

        @Schema(
                description = "larger is better; comparable within one source of one answer only",
                minimum = "0",
                maximum = "1")
        double score,

        @Schema(description = "of the displayed frame, in pixels", minimum = "1")
        int width,

        @Schema(description = "of the displayed frame, in pixels", minimum = "1")
        int height,

        @Schema(description = "what the classifier sees, surest first")
        List<Label> labels,

        @Schema(description = "images that were found too, and are left out because they look the same")
        List<String> duplicates,

        @Schema(description = "of Related Pins: what ordered the result") @Nullable RankingAnswer ranking,

        @Schema(description = "why it is here") Why why) {

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
    @Schema(name = "Why", description = "Why an image is a result")
    public record Why(
            @Schema(description = "the source that gave it") String source,

            @Schema(description = "its rank there, from 1", minimum = "1")
            int sourceRank,

            @Schema(description = "other sources that offered it") @Nullable List<Also> alsoFoundBy,

            @Schema(description = "between the binary codes, in bits; smaller is nearer", minimum = "0") @Nullable Integer hammingDistance,

            @Schema(description = "that distance as a share of all bits", minimum = "0", maximum = "1") @Nullable Double hammingFraction,

            @Schema(description = "of the dense vectors; larger is nearer", minimum = "-1", maximum = "1") @Nullable Double cosine,

            @Schema(description = "of Object Search: the object that matches best") @Nullable NormalizedBox box,

            @Schema(description = "of Object Search: further objects that match") @Nullable List<NormalizedBox> otherBoxes,

            @Schema(description = "of Image Search: the words that the image holds") @Nullable List<String> terms,

            @Schema(description = "of Image Search: whether its texts hold a preferred word") @Nullable Boolean preferred,

            @Schema(description = "of co-saves: boards that hold both images", minimum = "0") @Nullable Integer boards,

            @Schema(description = "of remembered winners: the boost by what people did") @Nullable Double boost,

            @Schema(description = "whether the image lacks the category that was asked for") @Nullable Boolean fallback) {

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
    @Schema(name = "RankingReason", description = "What ordered a result of Related Pins")
    public record RankingAnswer(
            @Schema(description = "its place in the mixed pool, from 1", minimum = "1")
            int rankBefore,

            @Schema(description = "by which the pool is ordered; larger is better")
            double score,

            @Schema(description = "the part of the score that is engagement's")
            double boost,

            @Schema(description = "by name; without those that are not known")
            Map<String, Double> features) {

        public RankingAnswer {
            features = Map.copyOf(features);
        }
    }

    /** A source that offered the image too, and its rank there from 1. */
    @Schema(name = "FurtherSource", description = "A source that offered an image too")
    public record Also(
            @Schema(description = "its name") String source,

            @Schema(description = "the image's rank there, from 1", minimum = "1")
            int rank) {}
}
