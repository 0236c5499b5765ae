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

    /** The same focus, understood differently. */
    QueryFocus with(Understanding understanding);

    /** The whole image. */
    record WholeImage(Embedding embedding, Understanding understanding, MixName mix) implements QueryFocus {

        @Override
        public WholeImage with(Understanding other) {
            return new WholeImage(embedding, other, mix);
        }
    }

    /** A detected object. */
    record ObjectFocus(UnderstoodObject object, Understanding understanding, MixName mix) implements QueryFocus {

        @Override
        public Embedding embedding() {
            return object.embedding();
        }

        @Override
        public ObjectFocus with(Understanding other) {
            return new ObjectFocus(object, other, mix);
        }
    }

    /** A rectangle that the client drew. */
    record Crop(NormalizedBox box, Embedding embedding, Understanding understanding, MixName mix)
            implements QueryFocus {

        @Override
        public Crop with(Understanding other) {
            return new Crop(box, embedding, other, mix);
        }
    }
}
