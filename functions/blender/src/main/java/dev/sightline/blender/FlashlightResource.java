package dev.sightline.blender;

import dev.sightline.blender.contract.ProblemResponses;
import dev.sightline.blender.receive.FlashlightBody;
import dev.sightline.blender.receive.RequiredBody;
import dev.sightline.blender.respond.Answer;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Flashlight: what looks like this part of an image? */
@Tag(name = "queries")
@Path("/v1/flashlight")
public final class FlashlightResource {

    private final VisualDiscovery discovery;
    private final Asker asker;

    @Inject
    FlashlightResource(VisualDiscovery discovery, Asker asker) {
        this.discovery = discovery;
        this.asker = asker;
    }

    /** Answers for a detected object or a box. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Extension(name = ProblemResponses.EXTENSION, value = "404 410 422")
    @Operation(
            operationId = "flashlight",
            summary = "Asks what looks like a part of an image",
            description =
                    "The part is a detected object (objectId), or a box of an indexed image (imageId) or of an earlier photo (queryId).")
    public Answer flashlight(@Nullable FlashlightBody body) {
        return discovery.answer(RequiredBody.of(body).toQuery(), asker.requestId(), asker.scope());
    }
}
