package dev.sightline.blender.receive;

import dev.sightline.visual.NormalizedBox;
import dev.sightline.visual.ObjectId;
import dev.sightline.visual.QueryId;
import org.jspecify.annotations.Nullable;

/** A question to the visual index; every group of its answer has at most {@code limit} results. */
public sealed interface VisualQuery {

    /** The number of results in each group. */
    Limit limit();

    /** How the question is narrowed. */
    Refinement refinement();

    /** The hash of the user who asks; empty if the request names none. */
    default String userHash() {
        return "";
    }

    /** What goes with this indexed image? */
    record RelatedPins(ImageReference image, Limit limit, String userHash) implements VisualQuery {

        /** Asked by nobody in particular. */
        public RelatedPins(ImageReference image, Limit limit) {
            this(image, limit, "");
        }

        @Override
        public Refinement refinement() {
            return Refinement.NONE;
        }
    }

    /** What looks like this part of an image? */
    record Flashlight(Target target, Refinement refinement, Limit limit) implements VisualQuery {}

    /** What looks like this photo, and like the objects in it? */
    record Lens(Photo photo, Refinement refinement, Limit limit) implements VisualQuery {}

    /** An image that a question is about. */
    sealed interface Subject {}

    /** An indexed image. */
    record StoredSubject(ImageReference image) implements Subject {}

    /** The pixels of an earlier query. */
    record StagedSubject(QueryId id) implements Subject, Photo {}

    /** A photo that Lens is shown. */
    sealed interface Photo {}

    /** Pixels that come in the request itself. The bytes are not copied: nobody changes them. */
    @SuppressWarnings("ArrayRecordComponent") // A carrier of megabytes between two stages; never compared.
    record Picture(byte[] bytes) implements Photo {}

    /** The part of an image that Flashlight looks at. */
    sealed interface Target {}

    /** A detected object; {@code subject}, if given, is the image it must belong to. */
    record ObjectTarget(ObjectId id, @Nullable Subject subject) implements Target {}

    /** Any rectangle of an image. */
    record BoxTarget(Subject subject, NormalizedBox box) implements Target {}
}
