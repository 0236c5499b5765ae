package dev.sightline.blender;

import dev.sightline.blender.receive.ApiGatewayRequestId;
import dev.sightline.blender.receive.DotScope;
import dev.sightline.blender.receive.ImageReference;
import dev.sightline.blender.receive.Limit;
import dev.sightline.blender.receive.VisualQuery.RelatedPins;
import dev.sightline.blender.respond.Answer;
import dev.sightline.blender.respond.ImageAnswer;
import dev.sightline.blender.respond.ObjectsAnswer;
import dev.sightline.engagement.UserHash;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** One image: its state, its objects, and what looks like it. */
@Path("/v1/images/{id}")
public final class ImagesResource {

    private final ImageLookup lookup;
    private final VisualDiscovery discovery;
    private final DotDiscovery dots;
    private final ApiGatewayRequestId requestId;
    private final UserHash users;

    @Inject
    ImagesResource(
            ImageLookup lookup,
            VisualDiscovery discovery,
            DotDiscovery dots,
            ApiGatewayRequestId requestId,
            UserHash users) {
        this.lookup = lookup;
        this.discovery = discovery;
        this.dots = dots;
        this.requestId = requestId;
        this.users = users;
    }

    /** The state of an image or of a source. */
    @GET
    public ImageAnswer image(@PathParam("id") String id) {
        return ImageAnswer.of(lookup.status(ImageReference.parse(id)));
    }

    /** Related Pins. */
    @GET
    @Path("/related")
    public Answer related(
            @PathParam("id") String id,
            @Parameter(schema = @Schema(implementation = Limit.class)) @QueryParam("limit") @Nullable String limit,
            @Parameter(
                            description = "the client's opaque id of the user, who keeps a variant of the policy;"
                                    + " hashed at once, never stored or logged as it is",
                            schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 128))
                    @QueryParam("user")
                    @Nullable String user) {
        String userHash = user == null ? "" : users.of(user);
        return discovery.answer(
                new RelatedPins(ImageReference.parse(id), Limit.parse(limit), userHash), requestId.value());
    }

    /** The detected objects that are dots; with {@code hidden=true} the others too, with the reason. */
    @GET
    @Path("/objects")
    public ObjectsAnswer objects(
            @PathParam("id") String id,
            @Parameter(
                            description = "whether to show objects that are no dots too, with the reason",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @QueryParam("hidden")
                    @Nullable String hidden) {
        DotScope scope = DotScope.ofHidden(hidden);
        return ObjectsAnswer.of(dots.dots(ImageReference.parse(id)), scope);
    }
}
