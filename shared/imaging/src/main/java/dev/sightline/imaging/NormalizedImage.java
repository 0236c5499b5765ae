package dev.sightline.imaging;

import dev.sightline.visual.NormalizedBox;
import dev.sightline.visual.PixelBox;

/**
 * A decoded image as people see it: upright, sRGB, opaque.
 *
 * <p>{@code width} x {@code height} is the displayed frame of the file, after EXIF orientation: what records and clients are told.
 * {@code frame} is its number among the frames or pages of the file, from 0.
 * {@code pixels} may be smaller, since large frames are scaled down; boxes are fractions and fit both. Immutable, safe for all
 * threads.
 *
 * @throws IllegalArgumentException if a side is smaller than the pixels' side, or the number is negative
 */
public record NormalizedImage(ImageFormat format, int width, int height, int frame, RgbPixels pixels) {

    public NormalizedImage {
        if (frame < 0) {
            throw new IllegalArgumentException("expected a frame number from 0, got " + frame);
        }
        if (width < pixels.width() || height < pixels.height()) {
            throw new IllegalArgumentException("expected a frame of at least %d x %d, got %d x %d"
                    .formatted(pixels.width(), pixels.height(), width, height));
        }
    }

    /** An image whose file has one frame, or whose first one was taken. */
    public NormalizedImage(ImageFormat format, int width, int height, RgbPixels pixels) {
        this(format, width, height, 0, pixels);
    }

    /** The part inside the box, as an image of its own with a copy of the pixels: every pixel that the box touches. */
    public NormalizedImage crop(NormalizedBox box) {
        PixelBox area = box.toPixels(width, height);
        RgbPixels part = pixels.crop(box.toPixels(pixels.width(), pixels.height()));
        // Rounding outwards can make a part one pixel wider in small pixels than in the frame.
        return new NormalizedImage(
                format, Math.max(area.width(), part.width()), Math.max(area.height(), part.height()), frame, part);
    }
}
