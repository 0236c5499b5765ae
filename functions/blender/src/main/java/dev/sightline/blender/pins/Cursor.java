package dev.sightline.blender.pins;

import dev.sightline.blender.receive.PageCursor;
import dev.sightline.events.PinRecord;
import dev.sightline.visual.BoardId;
import dev.sightline.visual.PinId;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The ends of pages of pins and boards, as {@link PageCursor}. */
final class Cursor {

    private static final Pattern PIN = Pattern.compile("([0-9]{1,15})/(pin-.*)");

    private Cursor() {}

    static String after(PinRecord pin) {
        return "%d/%s".formatted(pin.createdAt().toEpochMilli(), pin.id());
    }

    static String after(BoardId board) {
        return board.value();
    }

    /** The last pin of the page before; null: the first page. */
    static @Nullable PinPlace pin(@Nullable String cursor) {
        return cursor == null ? null : PageCursor.read(cursor, Cursor::pinOf);
    }

    /** The last board of the page before; null: the first page. */
    static @Nullable BoardId board(@Nullable String cursor) {
        return cursor == null ? null : PageCursor.read(cursor, BoardId::new);
    }

    private static PinPlace pinOf(String text) {
        Matcher matcher = PIN.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("expected <milliseconds>/<pin id>");
        }
        return new PinPlace(Instant.ofEpochMilli(Long.parseLong(matcher.group(1))), PinId.parse(matcher.group(2)));
    }
}
