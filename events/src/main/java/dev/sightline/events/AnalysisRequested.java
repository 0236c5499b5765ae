package dev.sightline.events;

import java.time.Instant;

/**
 * An uploaded object passed the checks of ingest and waits for the worker.
 *
 * <p>{@code etag} as S3 gave it, without quotes: the worker drops the request if the object has another one by then, since a later
 * event speaks for it. {@code size} in bytes.
 *
 * @throws IllegalArgumentException if {@code size} is negative
 */
public record AnalysisRequested(SourceVersion source, String etag, long size, Instant requestedAt) {

    public AnalysisRequested {
        if (size < 0) {
            throw new IllegalArgumentException("expected a size >= 0, got " + size);
        }
    }
}
