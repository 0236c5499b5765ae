package dev.sightline.index;

import dev.sightline.engagement.EngagementCounts;
import dev.sightline.engagement.EngagementRates;
import dev.sightline.engagement.PairCounts;
import dev.sightline.visual.ImageSignature;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Port: the counts of engagement as queries need them, a view of the log. Of images that are not indexed there is nothing in it.
 *
 * <p>All methods throw {@link dev.sightline.visual.SightlineException} with {@code INDEX_UNAVAILABLE} if the index does not answer.
 */
public interface EngagementIndex {

    /** Makes the view say exactly this: what it said before and is not given, is gone. Safe to repeat. */
    void replaceAll(List<PairCounts> pairs, Map<ImageSignature, EngagementCounts> images, EngagementRates rates);

    /** Forgets everything about images, as query and as result. Safe to repeat. */
    void forget(Set<ImageSignature> images);

    /** The results of a query image with the most saves, then clicks, equal ones by signature. */
    List<PairCounts> winners(ImageSignature query, int limit);

    /** What became of results of a query image; absent: never shown. */
    Map<ImageSignature, EngagementCounts> pairs(ImageSignature query, Set<ImageSignature> results);

    /** What became of images as results of anything; absent: never shown. */
    Map<ImageSignature, EngagementCounts> images(Set<ImageSignature> images);

    /** What a place alone explains. */
    EngagementRates rates();
}
