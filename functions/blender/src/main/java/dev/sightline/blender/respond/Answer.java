package dev.sightline.blender.respond;

import dev.sightline.blender.blend.ResultTag;
import dev.sightline.blender.receive.Forms;
import dev.sightline.visual.NormalizedBox;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
@Schema(description = "The answer to a visual query: one group for each thing that it looked at, the whole image first")
public record Answer(
        @Schema(description = "names this request in logs and in reports of events")
        String requestId,

        @Schema(
                description = "names the pixels that the query was about, for further questions within 24 hours",
                pattern = Forms.QUERY_ID)
        @Nullable String queryId,

        @Schema(description = "why a new photo has no queryId: the code of the failure") @Nullable String notKept,

        @Schema(description = "what was asked") Query query,

        @Schema(description = "the models that saw the query and all results")
        String modelSet,

        @Schema(description = "version of the policy that chose and mixed the sources")
        String policy,

        @Schema(description = "of Related Pins: the variant of the policy's experiment that the user gets") @Nullable String variant,

        @Schema(description = "of Related Pins: version of the ranker that ordered the results, none if none did")
        @Nullable String ranker,

        @Schema(description = "of Related Pins: why the variant's ranker did not order them") @Nullable String notRanked,

        @Schema(description = "of Related Pins: whether the order was drawn at random") @Nullable Boolean randomized,

        @Schema(
                description =
                        "whether a source of some group was late or failed, so that the same question may find more later")
        boolean partial,

        @Schema(description = "what was understood of what the first group looks at")
        UnderstandingAnswer understanding,

        @Schema(description = "the results, the whole image first, then one group for each object")
        List<Group> groups,

        @Schema(description = "time that the answer took, in milliseconds", minimum = "0")
        long tookMs) {

    public Answer {
        groups = List.copyOf(groups);
    }

    /** What was asked; {@code kind} is related, flashlight or lens. */
    @Schema(name = "AskedQuery", description = "What was asked")
    public record Query(
            @Schema(
                    description = "which kind of question",
                    enumeration = {"related", "flashlight", "lens"})
            String kind,

            @Schema(description = "the indexed image that it is about", pattern = Forms.SIGNATURE) @Nullable String imageId,

            @Schema(description = "the detected object that it is about", pattern = Forms.OBJECT_ID) @Nullable String objectId,

            @Schema(description = "the part of the image that it is about") @Nullable NormalizedBox box,

            @Schema(description = "the earlier photo that it is about", pattern = Forms.QUERY_ID) @Nullable String queryId,

            @Schema(description = "labels that every result had to have") @Nullable List<String> tags,

            @Schema(description = "the category that came first") @Nullable String category) {

        public Query {
            tags = tags == null ? null : List.copyOf(tags);
        }
    }

    /**
     * The results for one thing; {@code kind} is image, object or crop. {@code tags} narrow the question if they are sent back; {@code
     * sources} explain who was asked and what came of it.
     */
    @Schema(name = "ResultGroup", description = "The results for one thing that the query looks at")
    public record Group(
            @Schema(
                    description = "what it looks at",
                    enumeration = {"image", "object", "crop"})
            String kind,

            @Schema(description = "the object that it looks at", pattern = Forms.OBJECT_ID) @Nullable String objectId,

            @Schema(description = "where that is") @Nullable NormalizedBox box,

            @Schema(description = "of the object, as the detector names it") @Nullable String category,

            @Schema(description = "of the detection", minimum = "0", maximum = "1") @Nullable Double confidence,

            @Schema(description = "labels that many results have: sent back as tags, they narrow the question")
            List<ResultTag> tags,

            @Schema(description = "who was asked and what came of it")
            List<Source> sources,

            @Schema(description = "best first") List<ResultAnswer> results) {

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
    @Schema(name = "AskedSource", description = "What became of one source of a group")
    public record Source(
            @Schema(description = "the source's name, for example visual-search")
            String source,

            @Schema(
                    description = "what became of it",
                    enumeration = {"found", "not-triggered", "late", "failed"})
            String state,

            @Schema(description = "why it found nothing; of all states but found") @Nullable String reason,

            @Schema(description = "how much the query speaks for this source", minimum = "0", maximum = "1")
            double confidence,

            @Schema(description = "its part of the limit, in results", minimum = "0")
            int quota,

            @Schema(description = "images that it offered", minimum = "0")
            int found,

            @Schema(description = "results of its quota", minimum = "0")
            int filled,

            @Schema(description = "results that it gave in place of other sources", minimum = "0")
            int backfilled,

            @Schema(description = "time that it took, in milliseconds", minimum = "0") @Nullable Long tookMs) {}
}
