package dev.sightline.visual;

/**
 * Every reason for which Sightline refuses or fails, with the HTTP status that answers it and whether a retry can help.
 *
 * <p>Three kinds: rejected input (4xx, never retried), temporary failure (5xx, that item is retried) and defect (500, left to
 * fail to the dead-letter queue).
 */
public enum ErrorCode {
    /** A request that does not have the documented form. */
    INVALID_REQUEST(400, false),
    /** A box outside the frame, or without area. */
    INVALID_BOX(400, false),
    /** No key of the API came, or one that is unknown, expired or revoked: which of these is not told. */
    UNAUTHENTICATED(401, false),
    /** The key may not do this. */
    FORBIDDEN(403, false),
    /** A cursor that no list of this system gave for this question. */
    INVALID_CURSOR(400, false),
    /** A cursor that is too old: begin the list again. */
    EXPIRED_CURSOR(410, false),
    /** No image, object or source has this id. */
    NOT_FOUND(404, false),
    /** The image is there, but it was analyzed by a version that made no thumbnails. */
    NO_THUMBNAIL(404, false),
    /** An idempotency key came again with another request. */
    IDEMPOTENCY_KEY_REUSED(422, false),
    /** The first request with this idempotency key is not answered yet: ask again soon. */
    REQUEST_IN_PROGRESS(409, true),
    /** What a change names as its base is no longer what is stored: read again. */
    PRECONDITION_FAILED(412, false),
    /** The pixels of an earlier query are no longer kept: ask with the photo again. */
    QUERY_EXPIRED(410, false),
    /** The object's key cannot name an image. */
    UNSUPPORTED_NAME(422, false),
    /** No bytes at all. */
    EMPTY_IMAGE(422, false),
    /** More bytes than the limit. */
    TOO_MANY_BYTES(413, false),
    /** The header declares more pixels than the limit. */
    TOO_MANY_PIXELS(422, false),
    /** The file holds more frames or pages than the limit. */
    TOO_MANY_FRAMES(422, false),
    /** Decoding took longer than the limit. */
    TOO_SLOW(422, false),
    /** The content is no image format that Sightline decodes. */
    UNSUPPORTED_FORMAT(415, false),
    /** The content starts like an image and cannot be decoded. */
    BROKEN_IMAGE(422, false),
    /** The model sees nothing in the image: all its features are zero, so that nothing can be compared with it. */
    NO_FEATURES(422, false),
    /** Two model sets met; vectors of different model sets are never compared. */
    MODEL_SET_MISMATCH(503, false),
    /** A model bundle is missing, changed or does not fit the code. */
    INVALID_MODEL_BUNDLE(500, false),
    /** OpenSearch did not answer, or refused for now. */
    INDEX_UNAVAILABLE(503, true),
    /** S3 or SQS did not answer, or refused for now. */
    STORAGE_UNAVAILABLE(503, true),
    /** The worker's analyze endpoint did not answer. */
    ANALYZER_UNAVAILABLE(503, true),
    /** The memory at hand, of the device or of the process, does not do for one image. */
    OUT_OF_MEMORY(503, true),
    /** A mistake in Sightline itself. */
    DEFECT(500, false);

    private final int httpStatus;
    private final boolean retryable;

    ErrorCode(int httpStatus, boolean retryable) {
        this.httpStatus = httpStatus;
        this.retryable = retryable;
    }

    /** The status of the HTTP answer, 400..599. */
    public int httpStatus() {
        return httpStatus;
    }

    /** Whether the same input can succeed later. */
    public boolean retryable() {
        return retryable;
    }

    /** The stable form for clients and records: lower case with dashes, for example {@code broken-image}. */
    public String slug() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
