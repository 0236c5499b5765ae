package dev.sightline.events;

import dev.sightline.visual.ImageSignature;

/** Where thumbnails lie in the bucket of features: the one place for infrastructure and code. */
public final class ThumbnailKeys {

    /** What all thumbnails' keys begin with. */
    public static final String FOLDER = "thumbnails/";

    private ThumbnailKeys() {}

    /** Where the thumbnail of an image lies, whatever the model set: it depends on the bytes of the image only. */
    public static String thumbnail(ImageSignature image) {
        return "%s%s.jpg".formatted(FOLDER, image);
    }
}
