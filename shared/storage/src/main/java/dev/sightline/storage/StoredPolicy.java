package dev.sightline.storage;

/** The document in force and the ETag that it came with, without quotes. */
public record StoredPolicy(String document, String etag) {}
