package dev.sightline.imaging;

import dev.sightline.visual.PixelBox;
import java.util.Arrays;

/**
 * A raster of opaque sRGB pixels.
 *
 * <p>width x height ints {@code 0x00RRGGBB}, 8 bits a channel, row by row from the top left. Immutable, safe for all threads:
 * arrays are copied in and out.
 */
public final class RgbPixels {

    private final int width;
    private final int height;
    private final int[] packed;

    private RgbPixels(int width, int height, int[] packed) {
        if (width < 1 || height < 1 || packed.length != (long) width * height) {
            throw new IllegalArgumentException(
                    "expected %d x %d pixels, got %d".formatted(width, height, packed.length));
        }
        this.width = width;
        this.height = height;
        this.packed = packed;
    }

    /**
     * Pixels from {@code 0xRRGGBB} ints; the upper 8 bits are ignored.
     *
     * @throws IllegalArgumentException if the count is not width x height, or a side is not positive
     */
    public static RgbPixels of(int width, int height, int[] packed) {
        return adopt(
                width, height, Arrays.stream(packed).map(rgb -> rgb & 0xFFFFFF).toArray());
    }

    /** Takes the array over: the caller must not touch it again. */
    static RgbPixels adopt(int width, int height, int[] packed) {
        return new RgbPixels(width, height, packed);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /**
     * One pixel, {@code 0x00RRGGBB}.
     *
     * @throws IndexOutOfBoundsException if it lies outside
     */
    public int rgb(int x, int y) {
        if (x < 0 || x >= width || y < 0 || y >= height) {
            throw new IndexOutOfBoundsException(
                    "expected a pixel of %d x %d, got %d, %d".formatted(width, height, x, y));
        }
        return packed[y * width + x];
    }

    /** A copy of all pixels, {@code 0x00RRGGBB}, row by row; the caller owns it. */
    public int[] packed() {
        return packed.clone();
    }

    /** The array itself, for readers of this package that promise not to write. */
    int[] shared() {
        return packed;
    }

    /**
     * A copy of the part inside the box.
     *
     * @throws IllegalArgumentException if the box leaves the raster
     */
    public RgbPixels crop(PixelBox box) {
        if (box.left() + box.width() > width || box.top() + box.height() > height) {
            throw new IllegalArgumentException("expected a box inside %d x %d, got %s".formatted(width, height, box));
        }
        int[] part = new int[box.width() * box.height()];
        for (int y = 0; y < box.height(); y++) {
            System.arraycopy(packed, (box.top() + y) * width + box.left(), part, y * box.width(), box.width());
        }
        return adopt(box.width(), box.height(), part);
    }

    /**
     * The same picture at another size, without keeping the proportions: bilinear when enlarging, its antialiased form (a triangle
     * over all source pixels that fall on a target pixel) when reducing. Target pixel centres lie at (i + 0.5) x scale - 0.5.
     *
     * @throws IllegalArgumentException if a side is not positive
     */
    public RgbPixels resize(int newWidth, int newHeight) {
        return newWidth == width && newHeight == height ? this : TriangleResampler.resize(this, newWidth, newHeight);
    }

    /** The same picture, reduced so that the longest side is at most {@code maxSide}; never enlarged. */
    public RgbPixels fitInto(int maxSide) {
        int longest = Math.max(width, height);
        if (longest <= maxSide) {
            return this;
        }
        return resize(scaled(width, maxSide, longest), scaled(height, maxSide, longest));
    }

    private static int scaled(int side, int maxSide, int longest) {
        return Math.max(1, (int) Math.round((double) side * maxSide / longest));
    }

    /** A JPEG file of the picture, reduced to {@code maxSide}: for thumbnails and contact sheets. */
    public byte[] encodeJpeg(int maxSide) {
        return JpegEncoder.encode(fitInto(maxSide));
    }
}
