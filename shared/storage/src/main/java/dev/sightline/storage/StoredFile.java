package dev.sightline.storage;

/**
 * The bytes of an object and the ETag they came with, without quotes. Not copied: the caller owns the array.
 */
@SuppressWarnings("ArrayRecordComponent") // A carrier of megabytes between two calls; never compared.
public record StoredFile(byte[] bytes, String etag) {}
