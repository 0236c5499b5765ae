package dev.sightline.index;

import dev.sightline.visual.AccessScope;

/**
 * Port: reads the index, through views that do not change their generation: whoever answers a query opens one view and asks nothing
 * else, so that a swap between two questions changes nothing for this query.
 *
 * <p>All methods throw {@link dev.sightline.visual.SightlineException} with {@code INDEX_UNAVAILABLE} if the index does not answer.
 */
public interface VisualSearcher {

    /** A view of the generation that is served now; an empty view while none is. */
    default SearchView open() {
        return open(AccessScope.ALL);
    }

    /**
     * The same for somebody who may not see everything: to this view, what lies in no collection of the scope is not there, and of an image
     * there are those keys only. The scope is part of each search, so that few images are found as surely as many.
     */
    SearchView open(AccessScope scope);

    /** A view of any generation, for comparisons. */
    SearchView open(IndexGeneration generation);
}
