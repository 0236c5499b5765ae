package dev.sightline.lab.calibration;

import dev.sightline.visual.Binarizer;
import java.util.Arrays;

/**
 * How often each bit of a binarizer is set over a sample: shares 0..1, {@code 0.5} tells most. Immutable, safe for all threads.
 *
 * <p>A bit is <em>balanced</em> if it is set for {@value #LOW} to {@value #HIGH} of the images; this rule is ours.
 */
public final class BitShares {

    /** The smallest share of a balanced bit. */
    public static final double LOW = 0.3;

    /** The largest share of a balanced bit. */
    public static final double HIGH = 0.7;

    private final long images;
    private final double[] shares;
    private final double[] sorted;

    private BitShares(long images, double[] shares) {
        this.images = images;
        this.shares = shares;
        sorted = shares.clone();
        Arrays.sort(sorted);
    }

    /**
     * Counts the bits of all rows.
     *
     * @throws IllegalArgumentException if there is no row, or one does not fit the binarizer
     */
    public static BitShares of(Binarizer binarizer, Iterable<float[]> rows) {
        long[] counts = new long[binarizer.bits()];
        long images = 0;
        for (float[] row : rows) {
            byte[] packed = binarizer.binarize(row).toPacked();
            for (int i = 0; i < counts.length; i++) {
                counts[i] += (packed[i / 8] >> (7 - i % 8)) & 1;
            }
            images++;
        }
        if (images == 0) {
            throw new IllegalArgumentException("expected at least one image, got none");
        }
        double size = images;
        return new BitShares(
                images, Arrays.stream(counts).mapToDouble(count -> count / size).toArray());
    }

    /** How many images were counted. */
    public long images() {
        return images;
    }

    /** The number of bits. */
    public int bits() {
        return shares.length;
    }

    /** The share of images for which a bit is set. */
    public double share(int bit) {
        return shares[bit];
    }

    /** The smallest share of any bit. */
    public double smallest() {
        return sorted[0];
    }

    /** The median of the bits' shares. */
    public double median() {
        int middle = sorted.length / 2;
        // The number of bits is even always.
        return (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** The largest share of any bit. */
    public double largest() {
        return sorted[sorted.length - 1];
    }

    /** The share of set bits over all bits and images. */
    public double mean() {
        return Arrays.stream(shares).average().orElseThrow();
    }

    /** How many bits are not balanced. */
    public long unbalanced() {
        return Arrays.stream(shares)
                .filter(share -> share < LOW || share > HIGH)
                .count();
    }

    /** How many bits are the same for all images, and so tell nothing. */
    public long constant() {
        return Arrays.stream(shares).filter(share -> share == 0 || share == 1).count();
    }

    /** How many bits have a share in each of {@code parts} equal parts of 0..1; a share on a border counts above it, 1 below. */
    long[] histogram(int parts) {
        long[] histogram = new long[parts];
        for (double share : shares) {
            histogram[Math.min(parts - 1, (int) (share * parts))]++;
        }
        return histogram;
    }
}
