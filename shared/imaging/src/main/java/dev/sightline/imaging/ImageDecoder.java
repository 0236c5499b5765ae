package dev.sightline.imaging;

import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.io.IOException;

/**
 * Decodes any image file to a {@link NormalizedImage}.
 *
 * <p>The format is recognised by content. Limits are checked in the header, before pixels are decoded. CMYK and embedded ICC
 * profiles are converted to sRGB; transparency is laid on white; of several frames or pages the first is taken; EXIF orientation is
 * applied. Frames whose longest side exceeds {@link ImageLimits#maxSide()} are decoded at a whole fraction of their size that is at
 * least that side, then averaged down to it.
 *
 * <p>Immutable, safe for all threads.
 */
public final class ImageDecoder {

    private final ImageLimits limits;

    public ImageDecoder(ImageLimits limits) {
        this.limits = limits;
    }

    /**
     * The upright sRGB image of a file.
     *
     * @throws SightlineException with {@link ErrorCode#EMPTY_IMAGE}, {@link ErrorCode#TOO_MANY_BYTES}, {@link
     *     ErrorCode#UNSUPPORTED_FORMAT}, {@link ErrorCode#TOO_MANY_PIXELS} or {@link ErrorCode#BROKEN_IMAGE}; the message says what
     *     was expected and what was found
     */
    public NormalizedImage decode(byte[] bytes) {
        checkLength(bytes.length);
        ImageFormat format = ContentSniffer.formatOf(bytes);
        try {
            return decode(bytes, format);
        } catch (SightlineException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Codecs answer hostile bytes with exceptions of every kind.
            throw new SightlineException(
                    ErrorCode.BROKEN_IMAGE,
                    "expected a whole %s file, got one that cannot be decoded: %s".formatted(format.slug(), reason(e)),
                    e);
        }
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
        Orientation orientation = ExifOrientation.read(bytes, format);
        try (var file = new ImageFile(bytes, format)) {
            FrameSize stored = file.frameSize();
            checkPixels(stored);
            RgbPixels pixels = file.firstFrame(subsampling(stored)).fitInto(limits.maxSide());
            FrameSize displayed = orientation.swapsSides() ? stored.turned() : stored;
            return new NormalizedImage(format, displayed.width(), displayed.height(), orientation.apply(pixels));
        }
    }

    private void checkPixels(FrameSize size) {
        if (size.pixels() > limits.maxPixels()) {
            throw new SightlineException(
                    ErrorCode.TOO_MANY_PIXELS,
                    "expected at most %d pixels, got %d x %d = %d"
                            .formatted(limits.maxPixels(), size.width(), size.height(), size.pixels()));
        }
    }

    private int subsampling(FrameSize size) {
        return Math.max(1, size.longestSide() / limits.maxSide());
    }

    private static String reason(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
