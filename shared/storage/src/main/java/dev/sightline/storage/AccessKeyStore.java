package dev.sightline.storage;

import dev.sightline.events.AccessKeyRecord;
import java.util.List;
import java.util.Optional;

/**
 * Port: what is kept of the API's keys. It knows no clock: whether a key is usable, its reader says.
 *
 * <p>All methods throw {@link dev.sightline.visual.SightlineException} with {@code STORAGE_UNAVAILABLE} if the store does not answer.
 */
public interface AccessKeyStore {

    /**
     * Keeps a new key.
     *
     * @return false if there is one with this id, and nothing was changed
     */
    boolean create(AccessKeyRecord key);

    /** A key with its ETag, by {@link AccessKeyRecord#id}. */
    Optional<Versioned<AccessKeyRecord>> find(String id);

    /**
     * Replaces a key, provided that it still has this ETag.
     *
     * @return false if it changed meanwhile or is gone, and nothing was changed
     */
    boolean replace(AccessKeyRecord key, String expectedEtag);

    /** All keys, by id; also those that are usable no more. */
    List<AccessKeyRecord> list();
}
