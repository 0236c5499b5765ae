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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of a Flashlight request: a detected object, or a box of an image. The image is a stored one, or the photo of an earlier query
 * ({@code queryId}). {@code tags} and {@code category} narrow it as {@link Refinement} says.
 */
public record FlashlightBody(
        @Nullable String imageId,
        @Nullable String queryId,
        @Nullable String objectId,
        @Nullable BoxBody box,

        @Schema(
                type = SchemaType.ARRAY,
                implementation = String.class,
                maxItems = Refinement.MAX_TAGS,
                uniqueItems = true,
                description = "labels that every result must have")
        @Nullable List<@Nullable String> tags,

        @Schema(
                minLength = 1,
                maxLength = Refinement.MAX_NAME_LENGTH,
                description = "results with an object of this category come first")
        @Nullable String category,

        @Nullable Integer limit) {

    /**
     * The query.
     *
     * @throws SightlineException with {@link ErrorCode#INVALID_REQUEST} unless there is either an objectId, or a box with an imageId or a
     *     queryId, and as {@link Refinement#ofFields}
     */
    public Flashlight toQuery() {
        return new Flashlight(target(), Refinement.ofFields(tags, category), Limit.ofField(limit));
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
}
