package dev.sightline.visual;

import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Identity of a board, a named list of pins: {@code brd-} and 32 lower-case hex digits. Ours.
 *
 * @throws SightlineException with {@link ErrorCode#INVALID_REQUEST} if the text has another form
 */
public record BoardId(String value) {

    private static final int BYTES = 16;
    private static final Pattern FORM = Pattern.compile("brd-[0-9a-f]{32}");

    public BoardId {
        if (!FORM.matcher(value).matches()) {
            throw new SightlineException(
                    ErrorCode.INVALID_REQUEST,
                    "expected a board id brd-<32 lower-case hex digits>, got '%s'"
                            .formatted(value.substring(0, Math.min(value.length(), 64))));
        }
    }

    /**
     * The id of a board.
     *
     * @param bytes 16 of them: random ones, or a hash where the same board must always get the same id
     * @throws IllegalArgumentException for another number of bytes
     */
    public static BoardId of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("expected %d bytes, got %d".formatted(BYTES, bytes.length));
        }
        return new BoardId("brd-" + HexFormat.of().formatHex(bytes));
    }

    @Override
    public String toString() {
        return value;
    }
}
