package dev.sightline.blender;

import dev.sightline.blender.access.CurrentCaller;
import dev.sightline.blender.receive.CurrentTrace;
import dev.sightline.blender.receive.RequiredBody;
import dev.sightline.blender.upload.QueryAnswer;
import dev.sightline.blender.upload.QueryBody;
import dev.sightline.blender.upload.QueryDesk;
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

/** Presigned uploads of photos that are to be asked about. */
@Tag(name = "queries")
@Path("/v1/queries")
public final class QueriesResource {

    private static final int CREATED = 201;

    private final QueryDesk desk;
    private final CurrentCaller caller;
    private final CurrentTrace trace;

    @Inject
    QueriesResource(QueryDesk desk, CurrentCaller caller, CurrentTrace trace) {
        this.desk = desk;
        this.caller = caller;
        this.trace = trace;
    }

    /** Says where to put one photo. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(CREATED)
    @Operation(
            operationId = "requestQuery",
            summary = "Says where to put a photo that is to be asked about",
            description =
                    "For photos beyond what the body of Lens takes. Answers with a presigned request that is valid for 15 minutes. Send the bytes there, then ask Lens or Flashlight about the queryId. The photo becomes none of the images.")
    @APIResponse(
            responseCode = "201",
            description = "The presigned request",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = QueryAnswer.class)))
    public QueryAnswer query(@Nullable QueryBody body) {
        return desk.grant(RequiredBody.of(body), caller.scope(), trace.value());
    }
}
