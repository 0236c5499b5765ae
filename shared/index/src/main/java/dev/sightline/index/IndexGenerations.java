package dev.sightline.index;

import dev.sightline.visual.ModelSet;

/**
 * Port: the generations of the index, and which of them queries are answered from. Every generation that exists is written to by {@link
 * ImageIndex}, so a new one is filled beside the served one and then served in its place, at once and for all queries.
 *
 * <p>What changes anything is safe against writers and queries of any number, and meant for one operation at a time.
 *
 * <p>All methods throw {@link dev.sightline.visual.SightlineException} with {@code INDEX_UNAVAILABLE} if the index does not answer.
 */
public interface IndexGenerations {

    /** What there is now. */
    IndexLayout layout();

    /** Makes an empty generation beside those that the model set has; of two callers each gets one of its own. Does not serve it. */
    IndexGeneration open(ModelSet modelSet);

    /**
     * Answers queries from this generation from now on, and from no other. Safe to repeat.
     *
     * @throws dev.sightline.visual.SightlineException with {@code NOT_FOUND} if there is no such generation
     */
    void serve(IndexGeneration generation);

    /**
     * Deletes a generation with its documents; an unknown one is no error.
     *
     * @throws dev.sightline.visual.SightlineException with {@code INVALID_REQUEST} if queries are answered from it
     */
    void drop(IndexGeneration generation);
}
