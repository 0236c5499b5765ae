package dev.sightline.inference;

/**
 * Which detections count as objects, in the order in which the limits apply.
 *
 * <p>{@code minConfidence}: score floor, 0..1. {@code minShareOfBest}: dynamic threshold, 0..1: a proposal stays if its confidence is
 * at least this share of the image's surest proposal; 0 turns it off. {@code maxProposals}: only so many of the surest proposals are
 * compared with each other. {@code maxOverlap}: of two boxes of one category with a larger intersection over union, 0..1, only the
 * surer stays; {@code maxOverlapOfCategories}: the same for boxes of different categories, 1 turns it off. {@code minSide}: both sides
 * of a box are at least this fraction of the frame's. {@code maxObjects}: cap per image, the surest first.
 *
 * <p>Paper: proposals cut from 300 to 100, and a dynamic threshold on the objectness score, inside Faster R-CNN. Differs: both apply to
 * the final scores of an image, whatever the network, and the form of the threshold is ours, as are all numbers.
 *
 * @throws IllegalArgumentException if a fraction lies outside 0..1, a cap is negative, or there may be no proposals
 */
public record DetectionLimits(
        double minConfidence,
        double minShareOfBest,
        int maxProposals,
        double maxOverlap,
        double maxOverlapOfCategories,
        double minSide,
        int maxObjects) {

    /** What the worker uses unless told otherwise; the score floor is for a detector that names none of its own. */
    public static final DetectionLimits DEFAULT = new DetectionLimits(0.35, 0, 100, 0.6, 0.85, 0.05, 10);

    /** For evaluation: nearly everything that the network proposes, but nothing twice in one category. */
    public static final DetectionLimits OPEN = new DetectionLimits(0.01, 0, 1000, 0.6, 1, 0, 300);

    public DetectionLimits {
        requireFraction("minConfidence", minConfidence);
        requireFraction("minShareOfBest", minShareOfBest);
        requireFraction("maxOverlap", maxOverlap);
        requireFraction("maxOverlapOfCategories", maxOverlapOfCategories);
        requireFraction("minSide", minSide);
        if (maxProposals < 1 || maxObjects < 0) {
            throw new IllegalArgumentException("expected maxProposals >= 1 and maxObjects >= 0, got %d and %d"
                    .formatted(maxProposals, maxObjects));
        }
    }

    /** The same with another score floor. */
    public DetectionLimits withMinConfidence(double floor) {
        return new DetectionLimits(
                floor, minShareOfBest, maxProposals, maxOverlap, maxOverlapOfCategories, minSide, maxObjects);
    }

    /** The same with another dynamic threshold. */
    public DetectionLimits withMinShareOfBest(double share) {
        return new DetectionLimits(
                minConfidence, share, maxProposals, maxOverlap, maxOverlapOfCategories, minSide, maxObjects);
    }

    /** The same with another cap on proposals. */
    public DetectionLimits withMaxProposals(int cap) {
        return new DetectionLimits(
                minConfidence, minShareOfBest, cap, maxOverlap, maxOverlapOfCategories, minSide, maxObjects);
    }

    private static void requireFraction(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("expected %s in 0..1, got %s".formatted(name, value));
        }
    }
}
