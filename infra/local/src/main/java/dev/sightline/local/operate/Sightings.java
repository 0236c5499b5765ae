package dev.sightline.local.operate;

/** Who is told of each difference that a walk comes across, and of how much it looked at. */
interface Sightings {

    void seen(Difference difference, Standing standing);

    void looked(Looked at);

    /** One more of what is compared. */
    enum Looked {
        OBJECT,
        SOURCE,
        DOCUMENT
    }
}
