package dev.sightline.blender.receive;

import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import org.jspecify.annotations.Nullable;

/** Tells an absent body from an empty one. */
public final class RequiredBody {

    private RequiredBody() {}

    /**
     * The body.
     *
     * @throws SightlineException with {@link ErrorCode#INVALID_REQUEST} if there is none, or it is the JSON null
     */
    public static <T> T of(@Nullable T body) {
        if (body == null) {
            throw new SightlineException(ErrorCode.INVALID_REQUEST, "expected a JSON object in the body, got nothing");
        }
        return body;
    }
}
