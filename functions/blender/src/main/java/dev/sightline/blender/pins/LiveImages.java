package dev.sightline.blender.pins;

import dev.sightline.blender.receive.ImageReference;
import dev.sightline.visual.AccessScope;
import dev.sightline.visual.ImageSignature;

/** Port: the images that answer queries now. */
@FunctionalInterface
public interface LiveImages {

    /**
     * The image that a client names.
     *
     * @throws dev.sightline.visual.SightlineException with {@code NOT_FOUND} and the reason if it is not in the index
     */
    ImageSignature signature(ImageReference reference, AccessScope scope);
}
