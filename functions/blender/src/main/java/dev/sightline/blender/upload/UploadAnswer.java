package dev.sightline.blender.upload;

import dev.sightline.blender.receive.Forms;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where to put the image: send the bytes with this method and these headers to this URL before it expires, then ask for {@code GET
 * /v1/images/{imageId}}. {@code maxBytes} is the largest image that is accepted at all.
 */
@Schema(name = "Upload", description = "Where to put the image: one presigned request")
public record UploadAnswer(
        @Schema(description = "ask for its state under this id", pattern = Forms.SOURCE_ID)
        String imageId,

        @Schema(description = "its key in the bucket") String imageKey,
        @Schema(description = "send the bytes here") URI url,

        @Schema(description = "with this method", enumeration = "PUT")
        String method,

        @Schema(description = "and with exactly these headers")
        Map<String, String> headers,

        @Schema(description = "until then") Instant expiresAt,

        @Schema(description = "size of the largest image that is accepted at all", minimum = "1")
        long maxBytes) {

    public UploadAnswer {
        headers = Map.copyOf(headers);
    }
}
