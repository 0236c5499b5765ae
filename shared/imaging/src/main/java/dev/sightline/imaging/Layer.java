package dev.sightline.imaging;

/**
 * A decoded frame with its transparency: width x height ints {@code 0xAARRGGBB}, colours not multiplied by alpha, row by row. Not
 * thread-safe: its array is reused.
 */
final class Layer {

    /** What shows through transparent pixels, at index time and at query time: white, the same in each channel. */
    static final int BACKGROUND = 0xFFFFFF;

    private static final int OPAQUE = 0xFF;

    private final int width;
    private final int height;
    private final int[] argb;

    /** Takes the array over. */
    Layer(int width, int height, int[] argb) {
        this.width = width;
        this.height = height;
        this.argb = argb;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Lies on the background from now on: the layer is used up. */
    RgbPixels onBackground() {
        for (int i = 0; i < argb.length; i++) {
            argb[i] = over(argb[i], BACKGROUND);
        }
        return RgbPixels.adopt(width, height, argb);
    }

    /** One pixel on an opaque one. */
    int over(int x, int y, int below) {
        return over(argb[y * width + x], below);
    }

    private static int over(int argb, int below) {
        int alpha = argb >>> 24;
        if (alpha == OPAQUE) {
            return argb & 0xFFFFFF;
        }
        return blend(argb, below, 16, alpha) | blend(argb, below, 8, alpha) | blend(argb, below, 0, alpha);
    }

    private static int blend(int above, int below, int shift, int alpha) {
        int sum = (above >> shift & 0xFF) * alpha + (below >> shift & 0xFF) * (OPAQUE - alpha);
        return ((sum + OPAQUE / 2) / OPAQUE) << shift;
    }
}
