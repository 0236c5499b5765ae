package dev.sightline.blender;

import dev.sightline.blender.access.CurrentCaller;
import dev.sightline.blender.receive.CurrentTrace;
import dev.sightline.blender.receive.RequiredBody;
import dev.sightline.blender.upload.UploadAnswer;
import dev.sightline.blender.upload.UploadBody;
import dev.sightline.blender.upload.UploadDesk;
import dev.sightline.tracing.SpanAttributes;
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

/** Presigned uploads. */
@Tag(name = "uploads")
@Path("/v1/uploads")
public final class UploadsResource {

    private static final int CREATED = 201;

    private final UploadDesk desk;
    private final CurrentCaller caller;
    private final CurrentTrace trace;

    @Inject
    UploadsResource(UploadDesk desk, CurrentCaller caller, CurrentTrace trace) {
        this.desk = desk;
        this.caller = caller;
        this.trace = trace;
    }

    /** Says where to put one image. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(CREATED)
    @Operation(
            operationId = "requestUpload",
            summary = "Says where to put one image",
            description =
                    "Answers with a presigned request that is valid for 15 minutes. Send the bytes there, then ask for the image's state.")
    @APIResponse(
            responseCode = "201",
            description = "The presigned request",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = UploadAnswer.class)))
    public UploadAnswer upload(@Nullable UploadBody body) {
        UploadAnswer granted = desk.grant(RequiredBody.of(body), caller.home(), trace.value());
        trace.note(SpanAttributes.KEY, granted.imageKey());
        return granted;
    }
}
