package dev.sightline.storage;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Port: the policy document in force, and every version that ever was. Documents are texts here; what they mean is the reader's
 * concern.
 *
 * <p>All methods throw {@link dev.sightline.visual.SightlineException} with {@code STORAGE_UNAVAILABLE} if S3 does not answer.
 */
public interface PolicyStore {

    /** The ETag of the document in force, without quotes, or empty if there is none. Cheaper than {@link #current}. */
    Optional<String> etag();

    /** The document in force, or empty if there is none. */
    Optional<StoredPolicy> current();

    /**
     * Puts a document in force, provided that the one with {@code expectedEtag} still is; null: that none is.
     *
     * @return false if another one is in force, and nothing was changed
     */
    boolean replace(String document, @Nullable String expectedEtag);

    /**
     * Keeps a document under the name of its version, for ever.
     *
     * @return false if one of that name is kept already, and nothing was changed
     */
    boolean keep(String version, String document);

    /** The document that is kept under the name of a version. */
    Optional<String> kept(String version);
}
