package dev.sightline.blender.feedback;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many events were accepted, and which were not. */
@Schema(name = "EventsReceipt", description = "How many events were accepted, and which were not")
public record EventsAnswer(
        @Schema(description = "events that were accepted, those that were known before among them", minimum = "0")
        int accepted,

        @Schema(description = "events that were not accepted")
        List<RejectedEvent> rejected) {

    public EventsAnswer {
        rejected = List.copyOf(rejected);
    }
}
