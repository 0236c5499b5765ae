package dev.sightline.blender.status;

import dev.sightline.queue.QueueDepth;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The status as clients see it. */
@Schema(description = "How the system is doing")
public record StatusAnswer(
        @Schema(description = "number of keys in each state: pending, indexed, rejected, failed, removed")
        Map<String, Long> sources,

        @Schema(description = "by state, number of keys with each reason: only states that have any")
        Map<String, Map<String, Long>> reasons,

        @Schema(description = "how long the longest waiting key is pending; absent if none is") @Nullable Double oldestPendingSeconds,

        @Schema(description = "how new the newest is; absent if nothing was indexed yet") @Nullable Freshness freshness,

        @Schema(description = "about how many messages each queue holds; absent where they may not be read") @Nullable List<QueueDepth> queues,

        @Schema(description = "version of the policy in force")
        String policy,

        @Schema(description = "models of the index that answers; absent while there is none") @Nullable String modelSet,

        @Schema(description = "number of that index among those of its models") @Nullable Integer generation,

        @Schema(description = "searchable images") long images,

        @Schema(description = "searchable objects") long objects,

        @Schema(description = "when this was counted") Instant countedAt,

        @Schema(description = "version of the function that answers, unknown if its build did not tell")
        String version,

        @Schema(
                description =
                        "commit that it was built from: the first 12 digits, and a plus sign if it had changes that are in no commit; unknown if its build did not tell")
        String commit) {

    public StatusAnswer {
        sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
        reasons = Collections.unmodifiableMap(new LinkedHashMap<>(reasons));
        queues = queues == null ? null : List.copyOf(queues);
    }

    /** How fast uploads come through: of the last ones that were indexed. */
    @Schema(description = "The images that were indexed last, up to 20")
    public record Freshness(
            @Schema(description = "when the newest was indexed")
            Instant newestIndexedAt,

            @Schema(description = "how long ago that was") double newestIndexedAgeSeconds,

            @Schema(description = "number of images in the two times below")
            int images,

            @Schema(
                    description =
                            "from the notice of an upload to the end of its analysis, after which it is searchable in about a second")
            @Nullable Double medianSeconds,

            @Schema(description = "the longest of these times") @Nullable Double slowestSeconds) {}
}
