package dev.sightline.blender;

import dev.sightline.blender.status.StatusAnswer;
import dev.sightline.blender.status.SystemStatus;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How the system is doing. */
@Tag(name = "status")
@Path("/v1/status")
public final class StatusResource {

    private final SystemStatus status;

    @Inject
    StatusResource(SystemStatus status) {
        this.status = status;
    }

    /** The numbers, counted a few seconds ago at most. */
    @GET
    @Operation(
            operationId = "getStatus",
            summary = "Tells backlog, freshness and what answers are made with",
            description = "Counted at most two seconds ago, so that it may be polled.")
    public StatusAnswer status() {
        return status.current();
    }
}
