package dev.sightline.local;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.visual.Label;
import dev.sightline.visual.NormalizedBox;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The API's answer to a visual query: one group for each thing that it looked at. */
record QueryAnswer(String requestId, Query query, String modelSet, List<Group> groups, long tookMs) {

    QueryAnswer {
        groups = List.copyOf(groups);
    }

    static QueryAnswer of(JsonNode answer) {
        return ApiJson.read(answer, QueryAnswer.class);
    }

    /** This answer with the first results of each group only. */
    QueryAnswer first(int count) {
        List<Group> shortened = groups.stream()
                .map(group -> new Group(
                        group.kind(),
                        group.box(),
                        group.category(),
                        group.confidence(),
                        group.results().stream().limit(count).toList()))
                .toList();
        return new QueryAnswer(requestId, query, modelSet, shortened, tookMs);
    }

    /** What was asked: related, flashlight or lens. */
    record Query(
            String kind,
            @Nullable String imageId,
            @Nullable String objectId,
            @Nullable NormalizedBox box) {}

    /** The results for the whole image, a detected object or a crop. */
    record Group(
            String kind,
            @Nullable NormalizedBox box,
            @Nullable String category,
            @Nullable Double confidence,
            List<Result> results) {

        Group {
            results = List.copyOf(results);
        }

        /** Such as {@code image} or {@code object: cat (0.87)}. */
        String title() {
            String name = category == null ? kind : kind + ": " + category;
            return confidence == null ? name : "%s (%s)".formatted(name, Decimals.of(confidence, 2));
        }
    }

    /** One image, rank from 1. */
    record Result(
            int rank,
            String imageId,
            List<String> keys,
            double score,
            int width,
            int height,
            List<Label> labels,
            Why why) {

        Result {
            keys = List.copyOf(keys);
            labels = List.copyOf(labels);
        }

        /** The first of the image's keys, or its id if it has none. */
        String name() {
            return keys.isEmpty() ? imageId : keys.getFirst();
        }
    }

    /** Both distances: the share of differing bits, 0..1, smaller is nearer; cosine, -1..1, larger is nearer. */
    record Why(String source, int hammingDistance, double hammingFraction, double cosine) {}
}
