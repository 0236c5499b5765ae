package dev.sightline.blender.repeat;

import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.Sha256;
import dev.sightline.visual.SightlineException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What makes a request that creates one and the same: who asks (the id of the access key), the operation, the client's idempotency key, and the bytes of
 * the body.
 *
 * @throws SightlineException with {@link ErrorCode#INVALID_REQUEST} if the key is not 1 to 255 visible ASCII characters
 */
public record RequestKey(String caller, String operation, String key, String bodyHash) {

    /** The header that carries the key. */
    public static final String HEADER = "Idempotency-Key";

    private static final Set<String> CREATING = Set.of("/v1/uploads", "/v1/queries", "/v1/pins", "/v1/boards");

    private static final Pattern VISIBLE = Pattern.compile("[!-~]{1,255}");

    public RequestKey {
        if (!VISIBLE.matcher(key).matches()) {
            throw new SightlineException(
                    ErrorCode.INVALID_REQUEST,
                    "expected an Idempotency-Key of 1..255 visible ASCII characters, got %d characters"
                            .formatted(key.length()));
        }
    }

    /** Whether an operation creates something, and so takes a key. */
    public static boolean isTakenBy(String method, String path) {
        return method.equals("POST") && CREATING.contains(path);
    }

    /** The key of a request with this body. */
    public static RequestKey of(String caller, String operation, String key, byte[] body) {
        return new RequestKey(caller, operation, key, Sha256.hex(body));
    }

    /** Under which it is kept: keys of two operations, or of two callers, never meet. */
    String id() {
        return Sha256.hex("%s %s %s".formatted(caller, operation, key).getBytes(StandardCharsets.UTF_8));
    }
}
