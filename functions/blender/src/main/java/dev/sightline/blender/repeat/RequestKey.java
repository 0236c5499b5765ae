package dev.sightline.blender.repeat;

import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.SightlineException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * What makes a request that creates one and the same: the operation, the client's idempotency key, and the bytes of the body.
 *
 * @throws SightlineException with {@link ErrorCode#INVALID_REQUEST} if the key is not 1 to 255 visible ASCII characters
 */
public record RequestKey(String operation, String key, String bodyHash) {

    private static final Pattern VISIBLE = Pattern.compile("[!-~]{1,255}");

    public RequestKey {
        if (!VISIBLE.matcher(key).matches()) {
            throw new SightlineException(
                    ErrorCode.INVALID_REQUEST,
                    "expected an Idempotency-Key of 1..255 visible ASCII characters, got %d characters"
                            .formatted(key.length()));
        }
    }

    /** The key of a request with this body. */
    public static RequestKey of(String operation, String key, byte[] body) {
        return new RequestKey(operation, key, ImageSignature.of(body).hex());
    }

    /** Under which it is kept: keys of two operations never meet. */
    String id() {
        return ImageSignature.of("%s %s".formatted(operation, key).getBytes(StandardCharsets.UTF_8))
                .hex();
    }
}
