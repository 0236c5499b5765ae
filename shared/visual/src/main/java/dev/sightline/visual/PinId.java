package dev.sightline.visual;

import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Identity of a pin, that is of one save of an image: {@code pin-<signature>-<32 hex digits>}. The image is part of the id, so that all pins
 * of an image lie side by side in S3, and a pin that is gone still says of which image it was.
 *
 * <p>Ours.
 *
 * @throws SightlineException with {@link ErrorCode#INVALID_REQUEST} if {@code save} is not 32 lower-case hex digits
 */
public record PinId(ImageSignature image, String save) {

    private static final int SAVE_BYTES = 16;
    private static final Pattern SAVE = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern FORM = Pattern.compile("pin-([0-9a-f]{64})-([0-9a-f]{32})");

    public PinId {
        if (!SAVE.matcher(save).matches()) {
            throw new SightlineException(
                    ErrorCode.INVALID_REQUEST, "expected 32 lower-case hex digits of a save, got '%s'".formatted(save));
        }
    }

    /**
     * The id of a save.
     *
     * @param save 16 bytes: random ones, or a hash where the same save must always get the same id
     * @throws IllegalArgumentException for another number of bytes
     */
    public static PinId of(ImageSignature image, byte[] save) {
        if (save.length != SAVE_BYTES) {
            throw new IllegalArgumentException("expected %d bytes, got %d".formatted(SAVE_BYTES, save.length));
        }
        return new PinId(image, HexFormat.of().formatHex(save));
    }

    /**
     * Reads the form that {@link #toString()} writes.
     *
     * @throws SightlineException with {@link ErrorCode#INVALID_REQUEST} if the text has another form
     */
    public static PinId parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new SightlineException(
                    ErrorCode.INVALID_REQUEST,
                    "expected a pin id pin-<signature>-<32 lower-case hex digits>, got '%s'"
                            .formatted(text.substring(0, Math.min(text.length(), 120))));
        }
        return new PinId(new ImageSignature(matcher.group(1)), matcher.group(2));
    }

    @Override
    public String toString() {
        return "pin-%s-%s".formatted(image.hex(), save);
    }
}
