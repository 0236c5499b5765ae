package dev.sightline.imaging;

/** The eight EXIF orientations: how stored pixels are turned to be displayed. */
enum Orientation {
    UPRIGHT(1),
    MIRRORED(2),
    TURNED_180(3),
    FLIPPED(4),
    TRANSPOSED(5),
    TURNED_RIGHT(6),
    TRANSVERSED(7),
    TURNED_LEFT(8);

    private final int exifValue;

    Orientation(int exifValue) {
        this.exifValue = exifValue;
    }

    /** The orientation of an EXIF tag; values outside 1..8 mean upright, as viewers have it. */
    static Orientation ofExif(int value) {
        return value >= 1 && value <= 8 ? values()[value - 1] : UPRIGHT;
    }

    /** Whether width and height change places. */
    boolean swapsSides() {
        return exifValue >= TRANSPOSED.exifValue;
    }

    /** The pixels as displayed. */
    RgbPixels apply(RgbPixels stored) {
        if (this == UPRIGHT) {
            return stored;
        }
        int width = swapsSides() ? stored.height() : stored.width();
        int height = swapsSides() ? stored.width() : stored.height();
        int[] displayed = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                displayed[y * width + x] = stored.shared()[storedIndex(stored, x, y)];
            }
        }
        return RgbPixels.adopt(width, height, displayed);
    }

    /** Where the pixel that is displayed at x, y is stored. */
    private int storedIndex(RgbPixels stored, int x, int y) {
        int width = stored.width();
        int right = width - 1;
        int bottom = stored.height() - 1;
        return switch (this) {
            case UPRIGHT -> y * width + x;
            case MIRRORED -> y * width + right - x;
            case TURNED_180 -> (bottom - y) * width + right - x;
            case FLIPPED -> (bottom - y) * width + x;
            case TRANSPOSED -> x * width + y;
            case TURNED_RIGHT -> (bottom - x) * width + y;
            case TRANSVERSED -> (bottom - x) * width + right - y;
            case TURNED_LEFT -> x * width + right - y;
        };
    }
}
