package dev.sightline.storage;

import dev.sightline.visual.TraceParent;
import java.time.Duration;

/**
 * What a client may upload as the photo of a query: of which content type (an {@code image/*} type), of exactly how many bytes, until when, and in which
 * trace.
 */
public record PhotoGrant(String contentType, long bytes, Duration validFor, TraceParent trace) {

    /** The same for an object of a bucket. */
    UploadGrant under(String key) {
        return new UploadGrant(key, contentType, bytes, validFor, trace);
    }
}
