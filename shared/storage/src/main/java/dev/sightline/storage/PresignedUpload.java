package dev.sightline.storage;

import java.net.URI;
import java.time.Instant;
import java.util.Map;

/** A presigned request: send the bytes with this method and these headers to this URL before it expires. */
public record PresignedUpload(URI url, String method, Map<String, String> headers, Instant expiresAt) {

    public PresignedUpload {
        headers = Map.copyOf(headers);
    }
}
