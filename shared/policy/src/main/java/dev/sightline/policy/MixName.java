package dev.sightline.policy;

import java.util.Locale;

/** What a group of an answer is for; each has its own mix of sources. */
public enum MixName {
    /** Related Pins of a stored image. */
    RELATED,
    /** Flashlight: a detected object or a crop. */
    FLASHLIGHT,
    /** Lens: the whole photo. */
    LENS,
    /** Lens: one object of the photo. */
    LENS_OBJECT;

    /** The form for documents: lower case with dashes. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
