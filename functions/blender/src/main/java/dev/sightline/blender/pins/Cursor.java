package dev.sightline.blender.pins;

import dev.sightline.events.PinRecord;
import dev.sightline.visual.BoardId;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.PinId;
import dev.sightline.visual.SightlineException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The end of a page, as an opaque text for clients: it says after what the next one begins, not how far that is, so that pages neither repeat nor
 * miss what was there all the time. The thing itself may be gone.
 */
final class Cursor {

    private static final Pattern PIN = Pattern.compile("([0-9]{1,15})/(pin-.*)");

    private Cursor() {}

    static String after(PinRecord pin) {
        return encoded("%d/%s".formatted(pin.createdAt().toEpochMilli(), pin.id()));
    }

    static String after(BoardId board) {
        return encoded(board.value());
    }

    /** The last pin of the page before; null: the first page. */
    static @Nullable PinPlace pin(@Nullable String cursor) {
        return cursor == null ? null : read(cursor, Cursor::pinOf);
    }

    /** The last board of the page before; null: the first page. */
    static @Nullable BoardId board(@Nullable String cursor) {
        return cursor == null ? null : read(cursor, BoardId::new);
    }

    private static PinPlace pinOf(String text) {
        Matcher matcher = PIN.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("expected <milliseconds>/<pin id>");
        }
        return new PinPlace(Instant.ofEpochMilli(Long.parseLong(matcher.group(1))), PinId.parse(matcher.group(2)));
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static <T> T read(String cursor, Function<String, T> reader) {
        try {
            return reader.apply(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | SightlineException e) {
            throw new SightlineException(
                    ErrorCode.INVALID_REQUEST,
                    "expected a cursor from 'next' of the same list, got '%s'"
                            .formatted(cursor.substring(0, Math.min(cursor.length(), 200))),
                    e);
        }
    }
}
