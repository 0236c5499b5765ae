package dev.sightline.blender.receive;

import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import org.jspecify.annotations.Nullable;

/** Which detected objects of an image a client wants to see. */
public enum DotScope {
    /** Those that are dots. */
    DOTS,
    /** Those that are no dots too, with the reason. */
    ALL;

    /**
     * Reads the query parameter {@code hidden}: {@code true} or {@code false}, which it is if it is absent.
     *
     * @throws SightlineException with {@link ErrorCode#INVALID_REQUEST} for anything else
     */
    public static DotScope ofHidden(@Nullable String text) {
        return switch (text) {
            case null -> DOTS;
            case "false" -> DOTS;
            case "true" -> ALL;
            default ->
                throw new SightlineException(
                        ErrorCode.INVALID_REQUEST, "expected hidden to be true or false, got '%s'".formatted(text));
        };
    }
}
