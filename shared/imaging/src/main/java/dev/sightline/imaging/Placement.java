package dev.sightline.imaging;

/**
 * Where a frame lies on the displayed area, in pixels from the top left, and what is done with it.
 *
 * <p>{@code replaces}: its transparent pixels erase what was below them, rather than show it.
 */
record Placement(int left, int top, boolean replaces, Disposal disposal) {

    /** A frame that is the displayed area, and has nothing to do with others. */
    static final Placement WHOLE = new Placement(0, 0, true, Disposal.CLEAR);

    /** What becomes of a frame before the next one is shown. */
    enum Disposal {
        /** It stays. */
        KEEP,
        /** Its area becomes background. */
        CLEAR,
        /** What was there before it comes back. */
        RESTORE
    }
}
