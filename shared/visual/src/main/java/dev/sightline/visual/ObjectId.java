package dev.sightline.visual;

import java.util.regex.Pattern;

/**
 * Identity of a detected object: the image's signature and the object's place in the detector's order, {@code <signature>-<n>}, n
 * from 0.
 *
 * @throws IllegalArgumentException if {@code index} is negative
 */
public record ObjectId(ImageSignature signature, int index) {

    private static final Pattern FORM = Pattern.compile("([0-9a-f]{64})-(0|[1-9][0-9]{0,5})");

    public ObjectId {
        if (index < 0) {
            throw new IllegalArgumentException("expected an index >= 0, got " + index);
        }
    }

    /**
     * Reads the form that {@link #toString()} writes.
     *
     * @throws SightlineException with {@link ErrorCode#INVALID_REQUEST} if the text has another form
     */
    public static ObjectId parse(String text) {
        var matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new SightlineException(
                    ErrorCode.INVALID_REQUEST, "expected an object id <signature>-<n>, got '%s'".formatted(text));
        }
        return new ObjectId(new ImageSignature(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    @Override
    public String toString() {
        return signature.hex() + "-" + index;
    }
}
