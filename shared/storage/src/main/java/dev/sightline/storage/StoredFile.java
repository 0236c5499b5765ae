package dev.sightline.storage;

import dev.sightline.visual.TraceParent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an object and the ETag they came with, without quotes. Not copied: the caller owns the array. {@code trace}: where the object was granted, as its
 * metadata say; null if they say nothing.
 */
@SuppressWarnings("ArrayRecordComponent") // A carrier of megabytes between two calls; never compared.
public record StoredFile(
        byte[] bytes, String etag, @Nullable TraceParent trace) {

    /** An object that belongs to no trace. */
    public StoredFile(byte[] bytes, String etag) {
        this(bytes, etag, null);
    }

    /** The trace that the object belongs to. */
    public Optional<TraceParent> knownTrace() {
        return Optional.ofNullable(trace);
    }
}
