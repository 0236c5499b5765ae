package dev.sightline.blender.feedback;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An event that was not accepted: its position in the report, from 0, its id unless that itself is wrong, and the reason in words. */
@Schema(description = "An event that was not accepted")
public record RejectedEvent(
        @Schema(description = "its position in the report, from 0", minimum = "0")
        int index,

        @Schema(description = "its id, unless that itself is wrong") @Nullable String eventId,

        @Schema(description = "in words") String reason) {}
