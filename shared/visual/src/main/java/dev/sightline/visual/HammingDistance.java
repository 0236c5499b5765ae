package dev.sightline.visual;

/**
 * Number of bits in which two codes of equal length differ, 0..bits, smaller is nearer. A metric.
 *
 * <p>Paper: the distance of binarized features. Limits are given as a fraction of the bits, so that they outlive a model.
 */
public final class HammingDistance {

    private HammingDistance() {}

    /**
     * The number of differing bits.
     *
     * @throws IllegalArgumentException if the lengths differ
     */
    public static int between(BinaryEmbedding a, BinaryEmbedding b) {
        requireSameLength(a, b);
        long[] left = a.words();
        long[] right = b.words();
        int distance = 0;
        for (int i = 0; i < left.length; i++) {
            distance += Long.bitCount(left[i] ^ right[i]);
        }
        return distance;
    }

    /**
     * Whether at most this share of the bits differ, 0..1: as if {@link #fraction} were compared with it, but the count ends once it is beyond.
     *
     * @throws IllegalArgumentException if the lengths differ
     */
    public static boolean isWithin(BinaryEmbedding a, BinaryEmbedding b, double share) {
        requireSameLength(a, b);
        long[] left = a.words();
        long[] right = b.words();
        // One more than the product may still be within, since products and quotients are rounded.
        int enough = (int) Math.floor(share * a.bits()) + 1;
        int distance = 0;
        for (int i = 0; i < left.length && distance <= enough; i++) {
            distance += Long.bitCount(left[i] ^ right[i]);
        }
        return (double) distance / a.bits() <= share;
    }

    private static void requireSameLength(BinaryEmbedding a, BinaryEmbedding b) {
        if (a.bits() != b.bits()) {
            throw new IllegalArgumentException("expected %d bits, got %d".formatted(a.bits(), b.bits()));
        }
    }

    /** The share of differing bits, 0..1. */
    public static double fraction(BinaryEmbedding a, BinaryEmbedding b) {
        return (double) between(a, b) / a.bits();
    }
}
