package dev.sightline.worker;

/** How one message ended. */
enum ImageOutcome {
    /** The models ran, and the indexer was told. */
    ANALYZED,
    /** The features were there already, and the indexer was told. */
    REUSED,
    /** No image that can be indexed; the indexer was told. */
    REJECTED,
    /** The object is gone, and the indexer was told, or was replaced: then a later event speaks for it. */
    OVERTAKEN,
    /** A bucket or queue did not answer, for which the image is not to blame; else as {@code FAILED}. */
    UNAVAILABLE,
    /** Nothing came of it; the message comes again, or goes to the dead-letter queue. */
    FAILED;

    /** Whether the message is finished. */
    boolean isDone() {
        return this != FAILED && this != UNAVAILABLE;
    }
}
