package dev.sightline.blender;

import dev.sightline.blender.pins.PinDesk;
import dev.sightline.blender.pins.PinsAnswer;
import dev.sightline.blender.receive.ImageReference;
import dev.sightline.blender.receive.Limit;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The pins of one image. */
@Path("/v1/images/{id}/pins")
public final class ImagePinsResource {

    private final PinDesk desk;

    @Inject
    ImagePinsResource(PinDesk desk) {
        this.desk = desk;
    }

    /** A page of the saves of an image, oldest first; every save that was answered before is seen. */
    @GET
    public PinsAnswer pins(
            @PathParam("id") String id,
            @Parameter(schema = @Schema(implementation = Limit.class)) @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return desk.ofImage(ImageReference.parse(id), Limit.parse(limit), cursor);
    }
}
