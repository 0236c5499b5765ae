package dev.sightline.storage;

import java.time.Duration;

/** What a client may upload: to which key, of which content type (an {@code image/*} type), of exactly how many bytes, until when. */
public record UploadGrant(String key, String contentType, long bytes, Duration validFor) {}
