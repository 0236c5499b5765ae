package dev.sightline.blender.respond;

import dev.sightline.visual.NormalizedBox;
import dev.sightline.visual.SalientColor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was understood of a query: objects and annotations, surest first, colours by their share, and the known image that it repeats.
 * {@code missing}: what could not be found out in time; absent if nothing.
 */
public record UnderstandingAnswer(
        List<Item> objects,
        List<Keyword> annotations,
        List<SalientColor> colors,
        @Nullable Duplicate nearDuplicate,
        @Nullable String missing) {

    public UnderstandingAnswer {
        objects = List.copyOf(objects);
        annotations = List.copyOf(annotations);
        colors = List.copyOf(colors);
    }

    /**
     * A detected object; {@code confidence} and {@code dominance} in 0..1. {@code dominant}: the image is about it; {@code relevant}: the
     * query is about it, so that it may trigger Object Search.
     */
    public record Item(
            String objectId,
            String category,
            double confidence,
            NormalizedBox box,
            double dominance,
            boolean dominant,
            boolean relevant) {}

    /** A word that the query is said to show; {@code confidence} in 0..1, by all of the evidence. */
    public record Keyword(String name, double confidence, List<Evidence> evidence) {

        public Keyword {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * Why an annotation is believed; {@code kind} is classifier, duplicate-text (with image and text) or neighbors (with images).
     * {@code confidence} in 0..1, before it is weighted by the policy.
     */
    public record Evidence(
            String kind,
            double confidence,
            @Nullable String imageId,
            @Nullable String text,
            @Nullable List<String> imageIds) {

        public Evidence {
            imageIds = imageIds == null ? null : List.copyOf(imageIds);
        }
    }

    /** A known image that counts as the same; {@code hammingFraction} in 0..1. */
    public record Duplicate(String imageId, double hammingFraction) {}
}
