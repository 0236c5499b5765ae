package dev.sightline.ingest;

import dev.sightline.events.SourceVersion;

/** What the bucket says of one key. */
sealed interface BucketChange {

    SourceVersion source();

    /** The key has new content; {@code etag} without quotes, {@code size} in bytes. */
    record ObjectCreated(SourceVersion source, String etag, long size) implements BucketChange {}

    /** The key is gone. */
    record ObjectDeleted(SourceVersion source) implements BucketChange {}
}
