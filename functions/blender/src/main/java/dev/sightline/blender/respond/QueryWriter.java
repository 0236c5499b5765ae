package dev.sightline.blender.respond;

import dev.sightline.blender.receive.Refinement;
import dev.sightline.blender.receive.VisualQuery.BoxTarget;
import dev.sightline.blender.receive.VisualQuery.Flashlight;
import dev.sightline.blender.receive.VisualQuery.Lens;
import dev.sightline.blender.receive.VisualQuery.ObjectTarget;
import dev.sightline.blender.receive.VisualQuery.Photo;
import dev.sightline.blender.receive.VisualQuery.Picture;
import dev.sightline.blender.receive.VisualQuery.RelatedPins;
import dev.sightline.blender.receive.VisualQuery.StagedSubject;
import dev.sightline.blender.receive.VisualQuery.StoredSubject;
import dev.sightline.blender.receive.VisualQuery.Subject;
import dev.sightline.blender.receive.VisualQuery.Target;
import dev.sightline.blender.respond.Answer.Query;
import dev.sightline.blender.understand.UnderstoodQuery;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.NormalizedBox;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what was asked, with the image that it was understood to be about. */
final class QueryWriter {

    private QueryWriter() {}

    static Query write(UnderstoodQuery understood) {
        @Nullable String imageId = understood.queryImage().map(ImageSignature::hex).orElse(null);
        return switch (understood.query()) {
            case RelatedPins related -> new Query("related", imageId, null, null, null, null, null);
            case Flashlight flashlight -> flashlight(flashlight, imageId);
            case Lens lens -> {
                Refinement refinement = lens.refinement();
                yield new Query(
                        "lens", null, null, null, stagedId(lens.photo()), tags(refinement), refinement.category());
            }
        };
    }

    private static Query flashlight(Flashlight flashlight, @Nullable String imageId) {
        Refinement refinement = flashlight.refinement();
        return new Query(
                "flashlight",
                imageId,
                objectId(flashlight.target()),
                box(flashlight.target()),
                stagedId(flashlight.target()),
                tags(refinement),
                refinement.category());
    }

    private static @Nullable String objectId(Target target) {
        return switch (target) {
            case ObjectTarget object -> object.id().toString();
            case BoxTarget box -> null;
        };
    }

    private static @Nullable NormalizedBox box(Target target) {
        return switch (target) {
            case ObjectTarget object -> null;
            case BoxTarget box -> box.box();
        };
    }

    private static @Nullable String stagedId(Target target) {
        return switch (target) {
            case ObjectTarget object -> object.subject() == null ? null : stagedId(object.subject());
            case BoxTarget box -> stagedId(box.subject());
        };
    }

    private static @Nullable String stagedId(Subject subject) {
        return switch (subject) {
            case StoredSubject stored -> null;
            case StagedSubject staged -> staged.id().value();
        };
    }

    private static @Nullable String stagedId(Photo photo) {
        return switch (photo) {
            case Picture picture -> null;
            case StagedSubject staged -> staged.id().value();
        };
    }

    private static @Nullable List<String> tags(Refinement refinement) {
        return refinement.tags().isEmpty() ? null : refinement.tags();
    }
}
