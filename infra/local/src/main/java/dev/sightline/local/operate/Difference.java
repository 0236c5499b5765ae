package dev.sightline.local.operate;

import dev.sightline.index.Source;
import dev.sightline.visual.ImageSignature;
import org.jspecify.annotations.Nullable;

/** Something in which bucket, sources and documents differ, and what has to be known to mend it. */
sealed interface Difference {

    DifferenceKind kind();

    /** The key or the image's signature: what it is found by. */
    String name();

    /** One that a notice of the key mends; the source as it was read, null if none knows the key. */
    record OfKey(DifferenceKind kind, String name, @Nullable Source source) implements Difference {}

    /** One that is mended by writing or deleting the documents of an image. */
    record OfImage(DifferenceKind kind, ImageSignature signature) implements Difference {

        @Override
        public String name() {
            return signature.hex();
        }
    }
}
