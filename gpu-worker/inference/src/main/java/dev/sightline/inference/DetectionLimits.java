package dev.sightline.inference;

/**
 * Which detections count as objects. Ours.
 *
 * <p>{@code minConfidence}: score floor, 0..1. {@code maxOverlap}: of two boxes of one category with a larger intersection over
 * union, 0..1, only the surer stays; {@code maxOverlapOfCategories}: the same for boxes of different categories. {@code minSide}:
 * both sides of a box are at least this fraction of the frame's. {@code maxObjects}: cap per image, the surest first.
 *
 * @throws IllegalArgumentException if a fraction lies outside 0..1 or the cap is negative
 */
public record DetectionLimits(
        double minConfidence, double maxOverlap, double maxOverlapOfCategories, double minSide, int maxObjects) {

    /** What the worker uses unless told otherwise. */
    public static final DetectionLimits DEFAULT = new DetectionLimits(0.35, 0.6, 0.85, 0.05, 10);

    public DetectionLimits {
        requireFraction("minConfidence", minConfidence);
        requireFraction("maxOverlap", maxOverlap);
        requireFraction("maxOverlapOfCategories", maxOverlapOfCategories);
        requireFraction("minSide", minSide);
        if (maxObjects < 0) {
            throw new IllegalArgumentException("expected maxObjects >= 0, got " + maxObjects);
        }
    }

    private static void requireFraction(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("expected %s in 0..1, got %s".formatted(name, value));
        }
    }
}
