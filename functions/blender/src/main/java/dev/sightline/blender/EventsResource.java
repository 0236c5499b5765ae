package dev.sightline.blender;

import dev.sightline.blender.feedback.EventIntake;
import dev.sightline.blender.feedback.EventsAnswer;
import dev.sightline.blender.feedback.EventsBody;
import dev.sightline.blender.receive.RequiredBody;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** What users did with results. */
@Tag(name = "events")
@Path("/v1/events")
public final class EventsResource {

    private static final int ACCEPTED = 202;

    private final EventIntake intake;

    @Inject
    EventsResource(EventIntake intake) {
        this.intake = intake;
    }

    /** Takes a report of events, each by itself: a wrong one does not fail the others. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(ACCEPTED)
    @Operation(
            operationId = "reportEvents",
            summary = "Reports what users did with results",
            description =
                    "Each event is taken by itself: a wrong one does not fail the others. One that was reported before counts once.")
    @APIResponse(
            responseCode = "202",
            description = "What was accepted",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = EventsAnswer.class)))
    public EventsAnswer report(@Nullable EventsBody body) {
        return intake.accept(RequiredBody.of(body));
    }
}
