package dev.sightline.local.ask;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.local.terminal.Decimals;
import dev.sightline.visual.Label;
import dev.sightline.visual.NormalizedBox;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The API's answer to a visual query: one group for each thing that it looked at. {@code queryId} names the photo that was asked about;
 * {@code notKept} says why a new photo has no such name. {@code variant}, {@code ranker}, {@code notRanked} and {@code randomized} are of Related Pins:
 * who ordered the results, why the one that should have did not, and whether the order was drawn.
 */
public record QueryAnswer(
        String requestId,
        @Nullable String queryId,
        @Nullable String notKept,
        Query query,
        String modelSet,
        @Nullable String variant,
        @Nullable String ranker,
        @Nullable String notRanked,
        @Nullable Boolean randomized,
        List<Group> groups,
        long tookMs) {

    public QueryAnswer {
        groups = List.copyOf(groups);
    }

    public static QueryAnswer of(JsonNode answer) {
        return ApiJson.read(answer, QueryAnswer.class);
    }

    /** This answer with the first results of each group only. */
    public QueryAnswer first(int count) {
        List<Group> shortened = groups.stream()
                .map(group -> new Group(
                        group.kind(),
                        group.box(),
                        group.category(),
                        group.confidence(),
                        group.sources(),
                        group.results().stream().limit(count).toList()))
                .toList();
        return new QueryAnswer(
                requestId,
                queryId,
                notKept,
                query,
                modelSet,
                variant,
                ranker,
                notRanked,
                randomized,
                shortened,
                tookMs);
    }

    /** What was asked: related, flashlight or lens. */
    public record Query(
            String kind,
            @Nullable String imageId,
            @Nullable String objectId,
            @Nullable NormalizedBox box) {}

    /** The results for the whole image, a detected object or a crop, and what became of each source that might have found some. */
    public record Group(
            String kind,
            @Nullable NormalizedBox box,
            @Nullable String category,
            @Nullable Double confidence,
            List<Source> sources,
            List<Result> results) {

        public Group {
            sources = List.copyOf(sources);
            results = List.copyOf(results);
        }

        /** Such as {@code image} or {@code object: cat (0.87)}. */
        public String title() {
            String name = category == null ? kind : kind + ": " + category;
            return confidence == null ? name : "%s (%s)".formatted(name, Decimals.of(confidence, 2));
        }
    }

    /** What became of a source; {@code state} is found, not-triggered, late or failed, all but the first with a reason. */
    public record Source(
            String source, String state, @Nullable String reason) {}

    /** One image, rank from 1; {@code duplicates} look the same and are left out; {@code ranking}: of Related Pins, what ordered it. */
    public record Result(
            int rank,
            String imageId,
            List<String> keys,
            double score,
            int width,
            int height,
            List<Label> labels,
            List<String> duplicates,
            @Nullable Ranking ranking,
            Why why) {

        public Result {
            keys = List.copyOf(keys);
            labels = List.copyOf(labels);
            duplicates = List.copyOf(duplicates);
        }

        /** The first of the image's keys, or its id if it has none. */
        public String name() {
            return keys.isEmpty() ? imageId : keys.getFirst();
        }
    }

    /** The place in the mix of sources, from 1, before anything was ordered; and what engagement added to the score. */
    public record Ranking(int rankBefore, double boost) {}

    /**
     * Which source gave the image, and what it says of it. Those that look at pixels give both distances: the share of differing bits,
     * 0..1, smaller is nearer; cosine, -1..1, larger is nearer. Object Search gives the object's box too, Image Search words instead, co-saves the
     * number of boards in common, remembered winners their boost.
     */
    public record Why(
            String source,
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
            otherBoxes = otherBoxes == null ? null : List.copyOf(otherBoxes);
            terms = terms == null ? null : List.copyOf(terms);
        }
    }
}
