package dev.sightline.blender.upload;

import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a file must say of itself before its upload is granted. {@code maxBytes}: the size of the largest that is accepted. */
record FileCheck(long maxBytes) {

    private static final Pattern IMAGE_TYPE = Pattern.compile(UploadDesk.IMAGE_TYPE_FORM);

    /**
     * A field that has to be there.
     *
     * @throws SightlineException with {@link ErrorCode#INVALID_REQUEST} if it is not
     */
    static <T> T required(String name, @Nullable T value) {
        if (value == null || value.equals("")) {
            throw invalid("expected %s, got none".formatted(name));
        }
        return value;
    }

    /**
     * The content type.
     *
     * @throws SightlineException with {@link ErrorCode#INVALID_REQUEST} if it is none of an image
     */
    String imageType(@Nullable String contentType) {
        String given = required("contentType", contentType);
        if (!IMAGE_TYPE.matcher(given).matches()) {
            throw invalid("expected contentType image/<subtype>, got '%s'".formatted(given));
        }
        return given;
    }

    /**
     * The number of bytes.
     *
     * @throws SightlineException with {@link ErrorCode#INVALID_REQUEST} if it is none, and {@link ErrorCode#TOO_MANY_BYTES} if it is too large
     */
    long size(@Nullable Long bytes) {
        long given = required("bytes", bytes);
        if (given < 1) {
            throw invalid("expected bytes >= 1, got " + given);
        }
        if (given > maxBytes) {
            throw new SightlineException(
                    ErrorCode.TOO_MANY_BYTES, "expected at most %d bytes, got %d".formatted(maxBytes, given));
        }
        return given;
    }

    private static SightlineException invalid(String message) {
        return new SightlineException(ErrorCode.INVALID_REQUEST, message);
    }
}
