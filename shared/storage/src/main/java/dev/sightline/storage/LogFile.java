package dev.sightline.storage;

import java.time.LocalDate;

/** A file of the engagement log: lines of one UTC day. {@code etag} without quotes; {@code size} in bytes. */
public record LogFile(LocalDate day, String key, String etag, long size) {}
