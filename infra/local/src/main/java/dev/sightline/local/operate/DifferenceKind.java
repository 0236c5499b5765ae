package dev.sightline.local.operate;

import java.util.Locale;

/** In what the bucket, the sources and the documents can differ. */
public enum DifferenceKind {
    /** No source knows the object. */
    UNKNOWN_OBJECT("objects that no source knows"),
    /** The source is of other content than the object has now. */
    OTHER_CONTENT("objects with other content than their source knows"),
    /** The source says that the object is gone, but it is there. */
    REMOVED_SOURCE("objects whose source is removed"),
    /** The source stands for an object that is gone. */
    LOST_OBJECT("sources whose object is gone"),
    /** The analysis was asked for and never answered. */
    STUCK_PENDING("sources pending for too long"),
    /** The analysis gave up. */
    FAILED_SOURCE("sources whose analysis failed"),
    /** An indexed image without what its documents are made of. */
    MISSING_FEATURES("indexed images without a feature record"),
    /** A live source whose image is not in the index. */
    MISSING_DOCUMENT("indexed images without a document"),
    /** A document of an image for which no key stands. */
    ORPHAN_DOCUMENT("documents without a live source"),
    /** A document that names other keys than those which stand for its image. */
    OTHER_KEYS("documents with other keys than the sources"),
    /** Pins, or their words in a document, other than what S3 says. */
    OTHER_PINS("images with other pins, or words of pins, in the index than in the bucket"),
    /** Documents of an image's objects, without that of the image. */
    ORPHAN_OBJECTS("objects in the index without their image");

    private final String description;

    DifferenceKind(String description) {
        this.description = description;
    }

    /** For people, in the plural. */
    public String description() {
        return description;
    }

    /** For machines: lower case with dashes. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
