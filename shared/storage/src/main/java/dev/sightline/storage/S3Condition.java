package dev.sightline.storage;

import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What S3 answers to writes that are bound to a condition. */
final class S3Condition {

    /** The condition of a write that must be the first of its key. */
    static final String NO_OBJECT = "*";

    private static final int CONFLICT = 409;
    private static final int PRECONDITION_FAILED = 412;

    private S3Condition() {}

    /** The condition of a write that replaces what has this ETag. */
    static String quoted(String etag) {
        return "\"" + etag + "\"";
    }

    /** An ETag as this code passes it on. */
    static String withoutQuotes(String etag) {
        return etag.replace("\"", "");
    }

    /** Not found: the object that was to be replaced is gone. A conflict: another writer was at it at the same time. */
    static boolean isRefusal(S3Exception e) {
        return e instanceof NoSuchKeyException || e.statusCode() == PRECONDITION_FAILED || e.statusCode() == CONFLICT;
    }
}
