package dev.sightline.blender.catalogue;

import dev.sightline.index.Source;
import dev.sightline.index.StoredImage;
import org.jspecify.annotations.Nullable;

/** Where an image is on its way into the index. */
public sealed interface ImageStatus {

    /** Asked by signature: it is in the index. */
    record OfImage(StoredImage image) implements ImageStatus {}

    /** Asked by source id: what is known of the key, with the image that it stands for if that is in the index. */
    record OfSource(Source source, @Nullable StoredImage image) implements ImageStatus {}
}
