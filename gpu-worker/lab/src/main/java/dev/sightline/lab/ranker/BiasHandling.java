package dev.sightline.lab.ranker;

/** What keeps a model from learning that first places are good because they are looked at. */
public enum BiasHandling {
    /** Only answers whose order was drawn: a place says nothing there. */
    RANDOMIZED,
    /** All answers; a liked result weighs by the inverse of how likely its place is looked at. */
    WEIGHTED,
    /** {@link #RANDOMIZED} if that gives enough pairs, else {@link #WEIGHTED}. */
    AUTO
}
