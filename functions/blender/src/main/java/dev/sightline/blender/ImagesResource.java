package dev.sightline.blender;

import dev.sightline.blender.catalogue.ImageListAnswer;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The catalogue, and of one image: its state, its objects, and what looks like it. */
@Tag(name = "images")
@Path("/v1/images")
public final class ImagesResource {

    private final ImagePages pages;
    private final VisualDiscovery discovery;
    private final DotDiscovery dots;
    private final Asker asker;
    private final UserHash users;

    @Inject
    ImagesResource(ImagePages pages, VisualDiscovery discovery, DotDiscovery dots, Asker asker, UserHash users) {
        this.pages = pages;
        this.discovery = discovery;
        this.dots = dots;
        this.asker = asker;
        this.users = users;
    }

    /** A page of the catalogue, newest first. */
    @GET
    @Operation(
            operationId = "listImages",
            summary = "Lists the catalogue, newest first",
            description =
                    "One item for each key of the bucket: indexed, pending, rejected and failed ones, by the time at which this version"
                            + " of the key was received. That time stays while an item changes its state, so pages neither repeat nor miss what was"
                            + " there all the time; what comes meanwhile stands before the first page. May lag behind by a second.")
    public ImageListAnswer images(
            @Parameter(
                            description = "only items in this state",
                            schema = @Schema(enumeration = {"pending", "indexed", "rejected", "failed"}))
                    @QueryParam("state")
                    @Nullable String state,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return pages.page(state, limit, cursor);
    }

    /** The state of an image or of a source. */
    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getImage",
            summary = "Says where an image is on its way",
            description = "By source id after an upload, or by signature.")
    public ImageAnswer image(@PathParam("id") String id) {
        return ImageAnswer.of(pages.lookup().status(ImageReference.parse(id), asker.scope()));
    }

    /** Related Pins. */
    @GET
    @Path("/{id}/related")
    @Operation(
            operationId = "relatedPins",
            summary = "Asks what goes with an indexed image",
            description = "Related Pins, in the order of the ranker that the policy names.")
    public Answer related(
            @PathParam("id") String id,
            @QueryParam("limit") @Nullable String limit,
            @Parameter(
                            description = "the client's opaque id of the user, who keeps a variant of the policy;"
                                    + " hashed at once, never stored or logged as it is",
                            schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 128))
                    @QueryParam("user")
                    @Nullable String user) {
        String userHash = user == null ? "" : users.of(user);
        return discovery.answer(
                new RelatedPins(ImageReference.parse(id), Limit.parse(limit), userHash),
                asker.requestId(),
                asker.scope());
    }

    /** The detected objects that are dots; with {@code hidden=true} the others too, with the reason. */
    @GET
    @Path("/{id}/objects")
    @Operation(
            operationId = "listObjects",
            summary = "Lists the dots of an image",
            description =
                    "Detected objects whose search result is sure; with hidden=true the others too, each with the reason.")
    public ObjectsAnswer objects(
            @PathParam("id") String id,
            @Parameter(
                            description = "whether to show objects that are no dots too, with the reason",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @QueryParam("hidden")
                    @Nullable String hidden) {
        DotScope scope = DotScope.ofHidden(hidden);
        return ObjectsAnswer.of(dots.dots(ImageReference.parse(id), asker.scope()), scope);
    }
}
