package dev.sightline.blender.receive;

import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.util.function.Function;

/**
 * The end of a page, as a text that {@link SealedPages} makes opaque and signs for clients: it says after what the next one begins, not how far that is, so that pages neither repeat nor
 * miss what was there all the time. The thing itself may be gone.
 */
public final class PageCursor {

    private static final int SHOWN = 200;

    private PageCursor() {}

    /**
     * What a cursor stands for.
     *
     * @param reader may throw {@link IllegalArgumentException} or {@link SightlineException} if the text is not one of its list
     * @throws SightlineException with {@link ErrorCode#INVALID_CURSOR} if this is no cursor of the list
     */
    public static <T> T read(String cursor, Function<String, T> reader) {
        try {
            return reader.apply(cursor);
        } catch (IllegalArgumentException | SightlineException e) {
            throw new SightlineException(
                    ErrorCode.INVALID_CURSOR,
                    "expected a cursor from 'next' of the same list, got '%s'"
                            .formatted(cursor.substring(0, Math.min(cursor.length(), SHOWN))),
                    e);
        }
    }
}
