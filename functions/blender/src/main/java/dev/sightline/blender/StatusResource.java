package dev.sightline.blender;

import dev.sightline.blender.access.CurrentCaller;
import dev.sightline.blender.status.Recent;
import dev.sightline.blender.status.StatusAnswer;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How the system is doing. */
@Tag(name = "status")
@Path("/v1/status")
public final class StatusResource {

    private final Recent<StatusAnswer> status;
    private final CurrentCaller caller;

    @Inject
    StatusResource(Recent<StatusAnswer> status, CurrentCaller caller) {
        this.status = status;
        this.caller = caller;
    }

    /** The numbers, counted a few seconds ago at most. */
    @GET
    @Operation(
            operationId = "getStatus",
            summary = "Tells backlog, freshness and what answers are made with",
            description =
                    "Counted at most two seconds ago, so that it may be polled. For keys that see all collections: the numbers are of all.")
    public StatusAnswer status() {
        caller.requireAll();
        return status.current();
    }
}
