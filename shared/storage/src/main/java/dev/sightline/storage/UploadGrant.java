package dev.sightline.storage;

import dev.sightline.visual.TraceParent;
import java.time.Duration;

/**
 * What a client may upload: to which key, of which content type (an {@code image/*} type), of exactly how many bytes, until when. The object names the trace
 * that it belongs to in its metadata.
 */
public record UploadGrant(String key, String contentType, long bytes, Duration validFor, TraceParent trace) {}
