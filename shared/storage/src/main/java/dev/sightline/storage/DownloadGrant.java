package dev.sightline.storage;

import java.time.Duration;

/**
 * What a client may read: which key, until when. {@code contentType} is what S3 shall say of the bytes, whatever was said when they were put:
 * who uploads could say {@code text/html}.
 */
public record DownloadGrant(String key, String contentType, Duration validFor) {}
