package dev.sightline.blender.respond;

import dev.sightline.blender.blend.ResultTag;
import dev.sightline.visual.NormalizedBox;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a visual query: one group for each thing that it looked at, the whole image first. Times in milliseconds.
 *
 * <p>{@code queryId} names the photo's pixels for later queries; {@code notKept} says why a new photo has no such name; {@code policy} is the version of the policy that chose and mixed the
 * sources; {@code variant}, {@code ranker} and {@code randomized} are of Related Pins: the variant of the policy's experiment that the
 * user gets, the version of the ranker that ordered the results, {@code none} if none did, and whether the order was drawn; {@code notRanked} says
 * why the variant's ranker did not order them. {@code partial} says that a source of some group was late or failed, so that the same question may find more later. {@code
 * understanding} is of what the first group looks at. What is absent is left out of the JSON.
 */
public record Answer(
        String requestId,
        @Nullable String queryId,
        @Nullable String notKept,
        Query query,
        String modelSet,
        String policy,
        @Nullable String variant,
        @Nullable String ranker,
        @Nullable String notRanked,
        @Nullable Boolean randomized,
        boolean partial,
        UnderstandingAnswer understanding,
        List<Group> groups,
        long tookMs) {

    public Answer {
        groups = List.copyOf(groups);
    }

    /** What was asked; {@code kind} is related, flashlight or lens. */
    public record Query(
            String kind,
            @Nullable String imageId,
            @Nullable String objectId,
            @Nullable NormalizedBox box,
            @Nullable String queryId,
            @Nullable List<String> tags,
            @Nullable String category) {

        public Query {
            tags = tags == null ? null : List.copyOf(tags);
        }
    }

    /**
     * The results for one thing; {@code kind} is image, object or crop. {@code tags} narrow the question if they are sent back; {@code
     * sources} explain who was asked and what came of it.
     */
    public record Group(
            String kind,
            @Nullable String objectId,
            @Nullable NormalizedBox box,
            @Nullable String category,
            @Nullable Double confidence,
            List<ResultTag> tags,
            List<Source> sources,
            List<ResultAnswer> results) {

        public Group {
            tags = List.copyOf(tags);
            sources = List.copyOf(sources);
            results = List.copyOf(results);
        }
    }

    /**
     * What became of one source of a group; {@code state} is found, not-triggered, late or failed, all but the first with a {@code
     * reason}. {@code confidence}: how much the query speaks for it, 0..1. {@code quota}: its part of the limit; {@code found}: images
     * that it offered; {@code filled}: results of its quota; {@code backfilled}: results that it gave in place of others.
     */
    public record Source(
            String source,
            String state,
            @Nullable String reason,
            double confidence,
            int quota,
            int found,
            int filled,
            int backfilled,
            @Nullable Long tookMs) {}
}
