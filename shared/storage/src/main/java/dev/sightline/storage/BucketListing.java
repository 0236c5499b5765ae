package dev.sightline.storage;

import java.util.List;

/**
 * Port: which objects the images bucket holds, in the order of S3: that of the keys' bytes in UTF-8.
 *
 * <p>Sees every object that was there before the call; one that comes or goes meanwhile may be missing or listed.
 */
public interface BucketListing {

    /**
     * The objects with the next keys after {@code afterKey} that begin with {@code prefix}; the empty key comes before all others.
     *
     * @param limit 1 to 1,000
     * @return at most {@code limit} objects, none only at the end
     * @throws dev.sightline.visual.SightlineException with {@code STORAGE_UNAVAILABLE} if S3 does not answer
     */
    List<BucketObject> page(String prefix, String afterKey, int limit);
}
