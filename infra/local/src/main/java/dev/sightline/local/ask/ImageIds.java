package dev.sightline.local.ask;

import dev.sightline.events.SourceId;
import dev.sightline.visual.ImageSignature;

/** How people name an image on the command line. */
public final class ImageIds {

    private ImageIds() {}

    /** The id by which the API knows the image: a signature or source id as it is, anything else is taken for an S3 key. */
    public static String of(String name) {
        boolean id = ImageSignature.matches(name) || SourceId.matches(name);
        return id ? name : SourceId.ofKey(name).value();
    }
}
