package dev.sightline.imaging;

import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.io.IOException;
import java.util.function.LongSupplier;

/**
 * Decodes any image file to a {@link NormalizedImage}.
 *
 * <p>The format is recognised by content. Limits are checked in the header, before pixels are decoded. CMYK and embedded ICC
 * profiles are converted to sRGB; transparency is laid on white; of several frames or pages the first that is not flat is taken; EXIF
 * orientation is applied. Frames whose longest side exceeds {@link ImageLimits#maxSide()} are decoded at a whole fraction of their size that is at
 * least that side, then averaged down to it.
 *
 * <p>Immutable, safe for all threads.
 */
public final class ImageDecoder {

    private final ImageLimits limits;
    private final LongSupplier nanos;

    public ImageDecoder(ImageLimits limits) {
        this(limits, Deadline::threadNanos);
    }

    /** With the clock by which {@link ImageLimits#maxTime()} is measured, in nanoseconds. */
    ImageDecoder(ImageLimits limits, LongSupplier nanos) {
        this.limits = limits;
        this.nanos = nanos;
    }

    /**
     * The upright sRGB image of a file.
     *
     * @throws SightlineException with {@link ErrorCode#EMPTY_IMAGE}, {@link ErrorCode#TOO_MANY_BYTES}, {@link
     *     ErrorCode#UNSUPPORTED_FORMAT}, {@link ErrorCode#TOO_MANY_PIXELS}, {@link ErrorCode#TOO_MANY_FRAMES}, {@link
     *     ErrorCode#TOO_SLOW} or {@link ErrorCode#BROKEN_IMAGE}; the message says what was expected and what was found
     */
    public NormalizedImage decode(byte[] bytes) {
        checkLength(bytes.length);
        ImageFormat format = ContentSniffer.formatOf(bytes);
        try {
            return decode(bytes, format);
        } catch (IOException | RuntimeException e) {
            throw refusal(format, e);
        }
    }

    /** Codecs answer hostile bytes with exceptions of every kind, and some wrap what was thrown at them by a limit. */
    private static SightlineException refusal(ImageFormat format, Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SightlineException refusal) {
                return refusal;
            }
        }
        return new SightlineException(
                ErrorCode.BROKEN_IMAGE,
                "expected a whole %s file, got one that cannot be decoded: %s".formatted(format.slug(), reason(e)),
                e);
    }

    private void checkLength(int length) {
        if (length == 0) {
            throw new SightlineException(ErrorCode.EMPTY_IMAGE, "expected an image, got 0 bytes");
        }
        if (length > limits.maxBytes()) {
            throw new SightlineException(
                    ErrorCode.TOO_MANY_BYTES, "expected at most %d bytes, got %d".formatted(limits.maxBytes(), length));
        }
    }

    private NormalizedImage decode(byte[] bytes, ImageFormat format) throws IOException {
        var deadline = new Deadline(limits.maxTime(), nanos);
        Orientation orientation = ExifOrientation.read(bytes, format);
        try (var file = new ImageFile(bytes, format, deadline)) {
            FrameChoice.Chosen chosen = new FrameChoice(file, limits).choose();
            deadline.check();
            RgbPixels pixels = orientation.apply(chosen.pixels().fitInto(limits.maxSide()));
            FrameSize displayed = orientation.swapsSides() ? chosen.area().turned() : chosen.area();
            return new NormalizedImage(format, displayed.width(), displayed.height(), chosen.number(), pixels);
        }
    }

    private static String reason(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
