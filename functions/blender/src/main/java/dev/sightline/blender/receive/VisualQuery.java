package dev.sightline.blender.receive;

import dev.sightline.visual.NormalizedBox;
import dev.sightline.visual.ObjectId;
import org.jspecify.annotations.Nullable;

/** A question to the visual index; every group of its answer has at most {@code limit} results. */
public sealed interface VisualQuery {

    /** The number of results in each group. */
    Limit limit();

    /** What looks like this indexed image? */
    record RelatedPins(ImageReference image, Limit limit) implements VisualQuery {}

    /** What looks like this part of an indexed image? */
    record Flashlight(Target target, Limit limit) implements VisualQuery {}

    /** What looks like this picture, and like the objects in it? The bytes are not copied: nobody changes them. */
    @SuppressWarnings("ArrayRecordComponent") // A carrier of megabytes between two stages; never compared.
    record Lens(byte[] picture, Limit limit) implements VisualQuery {}

    /** The part of an image that Flashlight looks at. */
    sealed interface Target {}

    /** A detected object; {@code image}, if given, is the image it must belong to. */
    record ObjectTarget(ObjectId id, @Nullable ImageReference image) implements Target {}

    /** Any rectangle of an image. */
    record BoxTarget(ImageReference image, NormalizedBox box) implements Target {}
}
