package dev.sightline.storage;

/** A stored value, with the ETag by which a later change names what it replaces; without quotes. */
public record Versioned<T>(T value, String etag) {}
