package dev.sightline.blender.respond;

import dev.sightline.visual.Label;
import dev.sightline.visual.NormalizedBox;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer to a visual query: one group for each thing that it looked at, the whole image first. Times in milliseconds. */
public record Answer(String requestId, Query query, String modelSet, List<Group> groups, long tookMs) {

    public Answer {
        groups = List.copyOf(groups);
    }

    /** What was asked; {@code kind} is related, flashlight or lens. */
    public record Query(
            String kind,
            @Nullable String imageId,
            @Nullable String objectId,
            @Nullable NormalizedBox box) {}

    /** The results for one thing; {@code kind} is image, object or crop. */
    public record Group(
            String kind,
            @Nullable NormalizedBox box,
            @Nullable String category,
            @Nullable Double confidence,
            List<Result> results) {

        public Group {
            results = List.copyOf(results);
        }
    }

    /**
     * One image. {@code rank} counts from 1; {@code score} is (1 + cosine) / 2, in 0..1, larger is nearer, and not comparable across
     * queries.
     */
    public record Result(
            int rank,
            String imageId,
            List<String> keys,
            double score,
            int width,
            int height,
            List<Label> labels,
            Why why) {

        public Result {
            keys = List.copyOf(keys);
            labels = List.copyOf(labels);
        }
    }

    /** Why the image is here: {@code hammingDistance} in bits, {@code hammingFraction} of all bits in 0..1, cosine in -1..1. */
    public record Why(String source, int hammingDistance, double hammingFraction, double cosine) {}
}
