package dev.sightline.blender.upload;

import java.net.URI;
import java.time.Instant;
import java.util.Map;

/**
 * Where to put the image: send the bytes with this method and these headers to this URL before it expires, then ask for {@code GET
 * /v1/images/{imageId}}. {@code maxBytes} is the largest image that is accepted at all.
 */
public record UploadAnswer(
        String imageId,
        String imageKey,
        URI url,
        String method,
        Map<String, String> headers,
        Instant expiresAt,
        long maxBytes) {

    public UploadAnswer {
        headers = Map.copyOf(headers);
    }
}
