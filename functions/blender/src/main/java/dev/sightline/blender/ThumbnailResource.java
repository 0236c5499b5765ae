package dev.sightline.blender;

import dev.sightline.blender.access.CurrentCaller;
import dev.sightline.blender.catalogue.ImageFiles;
import dev.sightline.blender.catalogue.Thumbnail;
import dev.sightline.blender.receive.ImageReference;
import dev.sightline.blender.receive.ImageReference.BySignature;
import dev.sightline.blender.receive.ImageReference.BySource;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The small picture of an image. */
@Tag(name = "images")
@Path("/v1/images/{id}/thumbnail")
public final class ThumbnailResource {

    private static final String JPEG = "image/jpeg";

    /** Of the same bytes there is one thumbnail. */
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    /** A key can come to stand for another image. */
    private static final String ASK_AGAIN = "no-cache";

    private final ImageFiles files;
    private final CurrentCaller caller;

    @Inject
    ThumbnailResource(ImageFiles files, CurrentCaller caller) {
        this.files = files;
        this.caller = caller;
    }

    /** A JPEG file. */
    @GET
    @Produces(JPEG)
    @Operation(
            operationId = "getThumbnail",
            summary = "Gives the thumbnail of an indexed image",
            description =
                    "A JPEG whose longest side is at most 320 pixels. By image id it never changes and may be kept; by source id ask"
                            + " again with If-None-Match.")
    @APIResponse(
            responseCode = "200",
            description = "the thumbnail",
            headers =
                    @Header(
                            name = "Cache-Control",
                            description = "how long it may be kept",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(mediaType = JPEG, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public RestResponse<byte[]> thumbnail(@PathParam("id") String id) {
        ImageReference reference = ImageReference.parse(id);
        Thumbnail thumbnail = files.thumbnail(reference, caller.scope());
        return RestResponse.ResponseBuilder.ok(thumbnail.jpeg(), JPEG)
                .tag(thumbnail.etag())
                .header(HttpHeaders.CACHE_CONTROL, keeping(reference))
                .build();
    }

    private static String keeping(ImageReference reference) {
        return switch (reference) {
            case BySignature _ -> FOR_EVER;
            case BySource _ -> ASK_AGAIN;
        };
    }
}
