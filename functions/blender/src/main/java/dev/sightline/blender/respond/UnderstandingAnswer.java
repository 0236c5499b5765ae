package dev.sightline.blender.respond;

import dev.sightline.blender.receive.Forms;
import dev.sightline.visual.NormalizedBox;
import dev.sightline.visual.SalientColor;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What was understood of a query: objects and annotations, surest first, colours by their share, and the known image that it repeats.
 * {@code missing}: what could not be found out in time; absent if nothing.
 */
@Schema(name = "Understanding", description = "What was understood of a query")
public record UnderstandingAnswer(
        @Schema(description = "surest first") List<Item> objects,
        @Schema(description = "surest first") List<Keyword> annotations,

        @Schema(description = "by their share, largest first")
        List<SalientColor> colors,

        @Schema(description = "the known image that the query repeats") @Nullable Duplicate nearDuplicate,

        @Schema(description = "what could not be found out in time") @Nullable String missing) {

    public UnderstandingAnswer {
        objects = List.copyOf(objects);
        annotations = List.copyOf(annotations);
        colors = List.copyOf(colors);
    }

    /**
     * A detected object; {@code confidence} and {@code dominance} in 0..1. {@code dominant}: the image is about it; {@code relevant}: the
     * query is about it, so that it may trigger Object Search.
     */
    @Schema(name = "UnderstoodObject", description = "A detected object of the query")
    public record Item(
            @Schema(description = "the object", pattern = Forms.OBJECT_ID)
            String objectId,

            @Schema(description = "as the detector names it")
            String category,

            @Schema(description = "of the detection", minimum = "0", maximum = "1")
            double confidence,

            @Schema(description = "where it is") NormalizedBox box,

            @Schema(description = "how much the image is about it", minimum = "0", maximum = "1")
            double dominance,

            @Schema(description = "whether the image is about it")
            boolean dominant,

            @Schema(description = "whether the query is about it, so that it may trigger Object Search")
            boolean relevant) {}

    /** A word that the query is said to show; {@code confidence} in 0..1, by all of the evidence. */
    @Schema(description = "A word that the query is said to show")
    public record Keyword(
            @Schema(description = "the word") String name,

            @Schema(description = "by all of the evidence", minimum = "0", maximum = "1")
            double confidence,

            @Schema(description = "why it is believed") List<Evidence> evidence) {

        public Keyword {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * Why an annotation is believed; {@code kind} is classifier, duplicate-text (with image and text) or neighbors (with images).
     * {@code confidence} in 0..1, before it is weighted by the policy.
     */
    @Schema(description = "Why an annotation is believed")
    public record Evidence(
            @Schema(
                    description = "what says so",
                    enumeration = {"classifier", "duplicate-text", "neighbors"})
            String kind,

            @Schema(description = "before it is weighted by the policy", minimum = "0", maximum = "1")
            double confidence,

            @Schema(description = "of duplicate-text: the image that has the text", pattern = Forms.SIGNATURE) @Nullable String imageId,

            @Schema(description = "of duplicate-text: the text") @Nullable String text,

            @Schema(description = "of neighbors: the images that have the label") @Nullable List<String> imageIds) {

        public Evidence {
            imageIds = imageIds == null ? null : List.copyOf(imageIds);
        }
    }

    /** A known image that counts as the same; {@code hammingFraction} in 0..1. */
    @Schema(name = "NearDuplicate", description = "A known image that counts as the same")
    public record Duplicate(
            @Schema(description = "the image", pattern = Forms.SIGNATURE)
            String imageId,

            @Schema(description = "the distance as a share of all bits", minimum = "0", maximum = "1")
            double hammingFraction) {}
}
