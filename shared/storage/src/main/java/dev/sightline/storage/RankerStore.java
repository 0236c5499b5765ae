package dev.sightline.storage;

import java.util.List;
import java.util.Optional;

/**
 * Port: rankers, each a document under the name of its version, for ever. Documents are texts here; what they mean is the reader's concern.
 *
 * <p>All methods throw {@link dev.sightline.visual.SightlineException} with {@code STORAGE_UNAVAILABLE} if S3 does not answer.
 */
public interface RankerStore {

    /**
     * Keeps a document under the name of its version.
     *
     * @return false if one of that name is kept already, and nothing was changed
     */
    boolean keep(String version, String document);

    /** The document that is kept under the name of a version. */
    Optional<String> kept(String version);

    /** All versions, in natural order. */
    List<String> versions();
}
