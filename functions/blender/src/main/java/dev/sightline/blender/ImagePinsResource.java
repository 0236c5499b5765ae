package dev.sightline.blender;

import dev.sightline.blender.access.CurrentCaller;
import dev.sightline.blender.pins.PinDesk;
import dev.sightline.blender.pins.PinsAnswer;
import dev.sightline.blender.receive.ImageReference;
import dev.sightline.blender.receive.Limit;
import dev.sightline.blender.receive.SealedPages;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The pins of one image. */
@Tag(name = "images")
@Path("/v1/images/{id}/pins")
public final class ImagePinsResource {

    private final PinDesk desk;
    private final SealedPages pages;
    private final CurrentCaller caller;

    @Inject
    ImagePinsResource(PinDesk desk, SealedPages pages, CurrentCaller caller) {
        this.desk = desk;
        this.pages = pages;
        this.caller = caller;
    }

    /** A page of the saves of an image, oldest first; every save that was answered before is seen. */
    @GET
    @Operation(
            operationId = "listImagePins",
            summary = "Lists the pins of an image",
            description = "A page of its saves, oldest first. Every save that was answered before is seen.")
    public PinsAnswer pins(
            @PathParam("id") String id,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        PinsAnswer page =
                desk.ofImage(ImageReference.parse(id), Limit.parse(limit), pages.open(cursor), caller.scope());
        return page.withNext(pages.seal(page.next()));
    }
}
