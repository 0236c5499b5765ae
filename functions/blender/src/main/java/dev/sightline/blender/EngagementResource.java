package dev.sightline.blender;

import dev.sightline.blender.access.CurrentCaller;
import dev.sightline.blender.status.EngagementAnswer;
import dev.sightline.blender.status.Recent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What people did with results. */
@Tag(name = "status")
@Path("/v1/engagement")
public final class EngagementResource {

    private final Recent<EngagementAnswer> engagement;
    private final CurrentCaller caller;

    @Inject
    EngagementResource(Recent<EngagementAnswer> engagement, CurrentCaller caller) {
        this.engagement = engagement;
        this.caller = caller;
    }

    /** The counts, read a minute ago at most. */
    @GET
    @Operation(
            operationId = "getEngagement",
            summary = "Tells day by day what people did with results",
            description =
                    "Of the last 14 days, as the log was rolled up last, which is every five minutes. For keys that see all collections: the numbers are of all.")
    public EngagementAnswer engagement() {
        caller.requireAll();
        return engagement.current();
    }
}
