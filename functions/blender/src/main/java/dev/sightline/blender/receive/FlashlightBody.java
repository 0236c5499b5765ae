package dev.sightline.blender.receive;

import dev.sightline.blender.receive.VisualQuery.BoxTarget;
import dev.sightline.blender.receive.VisualQuery.Flashlight;
import dev.sightline.blender.receive.VisualQuery.ObjectTarget;
import dev.sightline.blender.receive.VisualQuery.StoredSubject;
import dev.sightline.blender.receive.VisualQuery.Subject;
import dev.sightline.blender.receive.VisualQuery.Target;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ObjectId;
import dev.sightline.visual.SightlineException;
import org.jspecify.annotations.Nullable;

/** The body of a Flashlight request: a detected object, or a box of an image. */
public record FlashlightBody(
        @Nullable String imageId,
        @Nullable String objectId,
        @Nullable BoxBody box,
        @Nullable Integer limit) {

    /**
     * The query.
     *
     * @throws SightlineException with {@link ErrorCode#INVALID_REQUEST} unless there is either an objectId, or an imageId and a box
     */
    public Flashlight toQuery() {
        return new Flashlight(target(), Refinement.NONE, Limit.ofField(limit));
    }

    private Target target() {
        if (objectId != null && box != null) {
            throw invalid("expected objectId or box, got both");
        }
        Subject subject = imageId == null ? null : new StoredSubject(ImageReference.parse(imageId));
        if (objectId != null) {
            return new ObjectTarget(ObjectId.parse(objectId), subject);
        }
        if (box == null) {
            throw invalid("expected objectId or box, got neither");
        }
        if (subject == null) {
            throw invalid("expected imageId with box, got none");
        }
        return new BoxTarget(subject, box.toBox());
    }

    private static SightlineException invalid(String message) {
        return new SightlineException(ErrorCode.INVALID_REQUEST, message);
    }
}
