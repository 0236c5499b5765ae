package dev.sightline.blender.feedback;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a report: 1 to {@value EventIntake#MAX_EVENTS} events. Each is read by itself, so that one mistake does not fail the others. */
@Schema(requiredProperties = "events", description = "A report of what users did")
public record EventsBody(
        @Schema(
                description = "in any order",
                type = SchemaType.ARRAY,
                implementation = EventBody.class,
                minItems = 1,
                maxItems = EventIntake.MAX_EVENTS)
        @Nullable List<@Nullable JsonNode> events) {}
