package dev.sightline.blender.understand;

import dev.sightline.visual.DetectedObject;
import dev.sightline.visual.Embedding;
import dev.sightline.visual.NormalizedBox;

/** One thing that a query looks at; each becomes a group of the answer. */
public sealed interface QueryFocus {

    /** What the model set sees in it. */
    Embedding embedding();

    /** The whole image. */
    record WholeImage(Embedding embedding) implements QueryFocus {}

    /** A detected object. */
    record ObjectFocus(DetectedObject object, Embedding embedding) implements QueryFocus {}

    /** A rectangle that the client drew. */
    record Crop(NormalizedBox box, Embedding embedding) implements QueryFocus {}
}
