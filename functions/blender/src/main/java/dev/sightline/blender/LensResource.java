package dev.sightline.blender;

import dev.sightline.blender.contract.ProblemResponses;
import dev.sightline.blender.receive.LensBody;
import dev.sightline.blender.receive.Limit;
import dev.sightline.blender.receive.PictureCheck;
import dev.sightline.blender.receive.RequiredBody;
import dev.sightline.blender.respond.Answer;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Lens: what looks like this picture, and like the objects in it? */
@Tag(name = "queries")
@Path("/v1/lens")
public final class LensResource {

    private final PictureCheck pictures;
    private final VisualDiscovery discovery;
    private final Asker asker;

    @Inject
    LensResource(PictureCheck pictures, VisualDiscovery discovery, Asker asker) {
        this.pictures = pictures;
        this.discovery = discovery;
        this.asker = asker;
    }

    /** Answers for the whole picture, then for each of its objects. */
    @POST
    @Consumes({"image/*", "application/octet-stream"})
    public Answer lens(byte[] picture, @QueryParam("limit") @Nullable String limit) {
        return discovery.answer(pictures.lens(picture, Limit.parse(limit)), asker.requestId(), asker.scope());
    }

    /** Answers again about the picture of an earlier request, without its pixels. Both are one operation of the document. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Extension(name = ProblemResponses.EXTENSION, value = "404 410 422")
    @Operation(
            operationId = "lens",
            summary = "Asks what looks like a photo",
            description =
                    "The body is the photo itself, up to 4 MiB, or JSON with the queryId of an earlier one. The whole photo comes first, then one group for each object in it. With JSON, limit is a property of the body.")
    public Answer again(@Nullable LensBody body) {
        return discovery.answer(RequiredBody.of(body).toQuery(), asker.requestId(), asker.scope());
    }
}
