package dev.sightline.blender.feedback;

import dev.sightline.blender.receive.Forms;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One event as a client writes it; all fields are required. What they may hold is said by {@link EventCheck}. */
@Schema(
        requiredProperties = {
            "eventId",
            "kind",
            "requestId",
            "query",
            "imageId",
            "rank",
            "platform",
            "user",
            "occurredAt"
        },
        description = "What a user did with one result")
public record EventBody(
        @Schema(pattern = EventCheck.EVENT_ID, description = "what has the same id is the same event, and counts once")
        @Nullable String eventId,

        @Schema(
                description = "what was done",
                enumeration = {"impression", "close-up", "click", "long-click", "save", "hide", "crop"})
        @Nullable String kind,

        @Schema(pattern = EventCheck.REQUEST_ID, description = "of the answer that showed the image") @Nullable String requestId,

        @Schema(
                description = "what that answer was to: an image id, or a query id",
                pattern = Forms.SIGNATURE + "|" + Forms.QUERY_ID)
        @Nullable String query,

        @Schema(description = "the image that was shown", pattern = Forms.SIGNATURE) @Nullable String imageId,

        @Schema(minimum = "1", maximum = "1000", description = "the image's place in the answer") @Nullable Integer rank,

        @Schema(description = "where it was shown, for example web", pattern = EventCheck.PLATFORM) @Nullable String platform,

        @Schema(minLength = 1, maxLength = 128, description = "opaque; only a salted hash of it is stored") @Nullable String user,

        @Schema(
                implementation = Instant.class,
                description = "UTC, ISO 8601; within the last 7 days, and at most 5 minutes ahead")
        @Nullable String occurredAt) {}
