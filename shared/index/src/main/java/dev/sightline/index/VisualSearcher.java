package dev.sightline.index;

/**
 * Port: reads the index, through views that do not change their generation: whoever answers a query opens one view and asks nothing
 * else, so that a swap between two questions changes nothing for this query.
 *
 * <p>All methods throw {@link dev.sightline.visual.SightlineException} with {@code INDEX_UNAVAILABLE} if the index does not answer.
 */
public interface VisualSearcher {

    /** A view of the generation that is served now; an empty view while none is. */
    SearchView open();

    /** A view of any generation, for comparisons. */
    SearchView open(IndexGeneration generation);
}
