package dev.sightline.visual;

/**
 * A rectangle in fractions of the displayed frame.
 *
 * <p>Origin top left, x to the right, y down; {@code x + w} and {@code y + h} are the exclusive right and bottom edges. All of x,
 * y, x + w, y + h lie in 0..1; w and h are positive. An overshoot of up to {@value #TOLERANCE}, as rounding gives, is clamped.
 *
 * <p>Ours.
 *
 * @throws SightlineException with {@link ErrorCode#INVALID_BOX} if the box has no area or leaves the frame by more
 */
public record NormalizedBox(double x, double y, double w, double h) {

    /** What floating point may miss a pixel's edge by. */
    private static final double EDGE_ROUNDING = 1e-9;

    /** The largest overshoot that counts as rounding. */
    public static final double TOLERANCE = 1e-3;

    /** The whole frame. */
    public static final NormalizedBox FULL = new NormalizedBox(0, 0, 1, 1);

    public NormalizedBox {
        checkAxis("x", x, "w", w);
        checkAxis("y", y, "h", h);
        w = sizeInside(x, w);
        h = sizeInside(y, h);
        x = Math.max(0, x);
        y = Math.max(0, y);
    }

    /** The given size wherever it fits, so that a box that was written reads back the same. */
    private static double sizeInside(double start, double size) {
        boolean fits = start >= 0 && start + size <= 1;
        return fits ? size : Math.min(1, start + size) - Math.max(0, start);
    }

    private static void checkAxis(String startName, double start, String sizeName, double size) {
        boolean inside = start >= -TOLERANCE && start < 1 && start + size <= 1 + TOLERANCE;
        // Written so that NaN fails.
        if (!(inside && size > 0 && start + size > 0)) {
            throw new SightlineException(
                    ErrorCode.INVALID_BOX,
                    "expected 0 <= %1$s < 1, %2$s > 0 and %1$s + %2$s <= 1, got %1$s = %3$s, %2$s = %4$s"
                            .formatted(startName, sizeName, start, size));
        }
    }

    /** The box of two corners, cut to the frame: for detections, which may overshoot by any amount. */
    public static NormalizedBox ofCorners(double left, double top, double right, double bottom) {
        double x = Math.clamp(left, 0, 1);
        double y = Math.clamp(top, 0, 1);
        return new NormalizedBox(x, y, Math.clamp(right, 0, 1) - x, Math.clamp(bottom, 0, 1) - y);
    }

    /** Share of the frame, 0..1. */
    public double area() {
        return w * h;
    }

    /** Intersection over union with another box of the same frame, 0..1. */
    public double iou(NormalizedBox other) {
        double width = Math.min(x + w, other.x + other.w) - Math.max(x, other.x);
        double height = Math.min(y + h, other.y + other.h) - Math.max(y, other.y);
        if (width <= 0 || height <= 0) {
            return 0;
        }
        double intersection = width * height;
        return Math.min(1, intersection / (area() + other.area() - intersection));
    }

    /** The pixels that this box covers in a frame of the given size: at least one. */
    public PixelBox toPixels(int frameWidth, int frameHeight) {
        int left = Math.min((int) Math.floor(x * frameWidth + EDGE_ROUNDING), frameWidth - 1);
        int top = Math.min((int) Math.floor(y * frameHeight + EDGE_ROUNDING), frameHeight - 1);
        int right = Math.clamp((int) Math.ceil((x + w) * frameWidth - EDGE_ROUNDING), left + 1, frameWidth);
        int bottom = Math.clamp((int) Math.ceil((y + h) * frameHeight - EDGE_ROUNDING), top + 1, frameHeight);
        return new PixelBox(left, top, right - left, bottom - top);
    }
}
