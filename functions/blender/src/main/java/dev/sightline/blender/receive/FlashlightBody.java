package dev.sightline.blender.receive;

import dev.sightline.blender.receive.VisualQuery.BoxTarget;
import dev.sightline.blender.receive.VisualQuery.Flashlight;
import dev.sightline.blender.receive.VisualQuery.ObjectTarget;
import dev.sightline.blender.receive.VisualQuery.StagedSubject;
import dev.sightline.blender.receive.VisualQuery.StoredSubject;
import dev.sightline.blender.receive.VisualQuery.Subject;
import dev.sightline.blender.receive.VisualQuery.Target;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ObjectId;
import dev.sightline.visual.QueryId;
import dev.sightline.visual.SightlineException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of a Flashlight request: a detected object, or a box of an image. The image is a stored one, or the photo of an earlier query
 * ({@code queryId}). {@code tags}, {@code category}, {@code color}, {@code exclude} and {@code collection} narrow it as {@link Refinement} says.
 */
@Schema(description = "What to look at: objectId, or box with imageId or queryId")
public record FlashlightBody(
        @Schema(description = "the indexed image that box is of, by either form of its id", pattern = Forms.IMAGE_ID)
        @Nullable String imageId,

        @Schema(description = "an earlier photo, as its answer named it", pattern = Forms.QUERY_ID) @Nullable String queryId,

        @Schema(description = "a detected object; without box", pattern = Forms.OBJECT_ID) @Nullable String objectId,

        @Schema(description = "the part to look at; with imageId or queryId, without objectId") @Nullable BoxBody box,

        @Schema(ref = "Tags") @Nullable List<@Nullable String> tags,

        @Schema(ref = "PreferredCategory") @Nullable String category,

        @Schema(ref = "Color") @Nullable String color,

        @Schema(ref = "Exclude") @Nullable List<@Nullable String> exclude,

        @Schema(ref = "Collection") @Nullable String collection,

        @Schema(ref = "Limit") @Nullable Integer limit) {

    /**
     * The query.
     *
     * @throws SightlineException with {@link ErrorCode#INVALID_REQUEST} unless there is either an objectId, or a box with an imageId or a
     *     queryId, and as {@link Refinement#of}
     */
    public Flashlight toQuery() {
        return new Flashlight(target(), refinement(), Limit.ofField(limit));
    }

    private Target target() {
        if (objectId != null && box != null) {
            throw invalid("expected objectId or box, got both");
        }
        @Nullable Subject subject = subject();
        if (objectId != null) {
            return new ObjectTarget(ObjectId.parse(objectId), subject);
        }
        if (box == null) {
            throw invalid("expected objectId or box, got neither");
        }
        if (subject == null) {
            throw invalid("expected imageId or queryId with box, got neither");
        }
        return new BoxTarget(subject, box.toBox());
    }

    private @Nullable Subject subject() {
        if (imageId != null && queryId != null) {
            throw invalid("expected imageId or queryId, got both");
        }
        if (queryId != null) {
            return new StagedSubject(new QueryId(queryId));
        }
        return imageId == null ? null : new StoredSubject(ImageReference.parse(imageId));
    }

    private static SightlineException invalid(String message) {
        return new SightlineException(ErrorCode.INVALID_REQUEST, message);
    }

    private Refinement refinement() {
        return Refinement.of(new Refinement.Fields(tags, category, color, exclude, collection));
    }
}
