package dev.sightline.storage;

import java.util.Optional;

/**
 * Port: requests with an idempotency key, for a day or two. It knows no clock: whether a request is too old, its reader says.
 *
 * <p>All methods throw {@link dev.sightline.visual.SightlineException} with {@code STORAGE_UNAVAILABLE} if S3 does not answer.
 */
public interface RequestStore {

    /**
     * Takes a request up.
     *
     * @param id 64 lower-case hex digits
     * @return false if there is one under this id, and nothing was changed
     */
    boolean create(String id, KeptRequest request);

    /** A request with its ETag. */
    Optional<Versioned<KeptRequest>> find(String id);

    /**
     * Replaces a request, provided that it still has this ETag.
     *
     * @return false if it changed meanwhile or is gone, and nothing was changed
     */
    boolean replace(String id, KeptRequest request, String expectedEtag);
}
