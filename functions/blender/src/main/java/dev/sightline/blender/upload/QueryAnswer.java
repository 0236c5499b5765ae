package dev.sightline.blender.upload;

import dev.sightline.blender.receive.Forms;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where to put the photo of a query: send the bytes with this method and these headers to this URL before it expires, then ask {@code POST /v1/lens} or
 * {@code POST /v1/flashlight} about {@code queryId}. {@code maxBytes} is the largest photo that is accepted at all.
 */
@Schema(name = "QueryUpload", description = "Where to put the photo: one presigned request")
public record QueryAnswer(
        @Schema(description = "ask about the photo under this id, for 24 hours", pattern = Forms.QUERY_ID)
        String queryId,

        @Schema(description = "send the bytes here") URI url,

        @Schema(description = "with this method", enumeration = "PUT")
        String method,

        @Schema(description = "and with exactly these headers")
        Map<String, String> headers,

        @Schema(description = "until then") Instant expiresAt,

        @Schema(description = "size of the largest photo that is accepted at all", minimum = "1")
        long maxBytes) {

    public QueryAnswer {
        headers = Map.copyOf(headers);
    }
}
