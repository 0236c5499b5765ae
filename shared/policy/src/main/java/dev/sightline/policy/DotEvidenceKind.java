package dev.sightline.policy;

import java.util.Locale;

/** Where the box of a detected object is searched to find out whether it deserves a dot. */
public enum DotEvidenceKind {
    /** Among whole images: annotations are their labels, the category is the board of an image. */
    IMAGES,
    /** Among indexed objects: annotations are the labels of their crops, the category is the detector's. */
    OBJECTS;

    /** The form for documents: lower case. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
