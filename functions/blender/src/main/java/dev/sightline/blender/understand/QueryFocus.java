package dev.sightline.blender.understand;

import dev.sightline.policy.MixName;
import dev.sightline.visual.Embedding;
import dev.sightline.visual.NormalizedBox;

/** One thing that a query looks at; each becomes a group of the answer. */
public sealed interface QueryFocus {

    /** What the model set sees in it. */
    Embedding embedding();

    /** What is understood of it. */
    Understanding understanding();

    /** Which sources answer it. */
    MixName mix();

    /** The whole image. */
    record WholeImage(Embedding embedding, Understanding understanding, MixName mix) implements QueryFocus {}

    /** A detected object. */
    record ObjectFocus(UnderstoodObject object, Understanding understanding, MixName mix) implements QueryFocus {

        @Override
        public Embedding embedding() {
            return object.embedding();
        }
    }

    /** A rectangle that the client drew. */
    record Crop(NormalizedBox box, Embedding embedding, Understanding understanding, MixName mix)
            implements QueryFocus {}
}
