package dev.sightline.indexer;

import dev.sightline.visual.ImageSignature;
import java.util.Set;

/** Images that a message names without speaking of a source. */
record TouchedImages(Set<ImageSignature> images) implements Touched {

    static final TouchedImages NONE = new TouchedImages(Set.of());

    TouchedImages {
        images = Set.copyOf(images);
    }
}
