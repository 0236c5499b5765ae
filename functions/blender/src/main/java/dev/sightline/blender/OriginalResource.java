package dev.sightline.blender;

import dev.sightline.blender.access.CurrentCaller;
import dev.sightline.blender.catalogue.ImageFiles;
import dev.sightline.blender.receive.ImageReference;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The uploaded file of an image. */
@Tag(name = "images")
@Path("/v1/images/{id}/original")
public final class OriginalResource {

    private final ImageFiles files;
    private final CurrentCaller caller;

    @Inject
    OriginalResource(ImageFiles files, CurrentCaller caller) {
        this.files = files;
        this.caller = caller;
    }

    /** A redirect to a URL that is valid for five minutes. */
    @GET
    @Operation(
            operationId = "getOriginal",
            summary = "Says where the original of an indexed image can be read",
            description =
                    "A redirect to a URL of the bucket that is valid for five minutes. It gives the bytes as they were uploaded, with the"
                            + " type that their content has.")
    @APIResponse(
            responseCode = "302",
            description = "where it can be read now",
            headers =
                    @Header(
                            name = "Location",
                            description = "presigned URL of the bucket",
                            schema = @Schema(type = SchemaType.STRING, format = "uri")))
    public RestResponse<Void> original(@PathParam("id") String id) {
        return RestResponse.ResponseBuilder.<Void>create(RestResponse.Status.FOUND)
                .location(files.original(ImageReference.parse(id), caller.scope()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
