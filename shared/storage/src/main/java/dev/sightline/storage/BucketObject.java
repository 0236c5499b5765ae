package dev.sightline.storage;

import java.time.Instant;

/**
 * An object as its bucket lists it: {@code etag} without quotes, {@code size} in bytes, {@code lastModified} in whole seconds, rounded
 * down.
 */
public record BucketObject(String key, String etag, long size, Instant lastModified) {}
