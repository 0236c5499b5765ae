package dev.sightline.storage;

import java.net.URI;
import java.util.Optional;

/**
 * Port: the uploaded images, by S3 key (not encoded).
 *
 * <p>All methods throw {@link dev.sightline.visual.SightlineException} with {@code STORAGE_UNAVAILABLE} if S3 does not answer.
 */
public interface ImageStore {

    /**
     * The bytes of an object, or empty if there is none.
     *
     * @throws dev.sightline.visual.SightlineException with {@code TOO_MANY_BYTES} if it is larger than {@code maxBytes}; nothing
     *     beyond the limit is read
     */
    Optional<StoredFile> read(String key, long maxBytes);

    /** The ETag of an object as it is now, without quotes, or empty if there is none. */
    Optional<String> etag(String key);

    /** A URL with which a client can read one object without credentials. Whether there is one, it does not say. */
    URI presignDownload(DownloadGrant grant);

    /** A URL with which a client can upload one object without credentials. */
    PresignedUpload presignUpload(UploadGrant grant);
}
