package dev.sightline.visual;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A random rotation of raw features, with a chosen number of outputs: more or fewer than there are features.
 *
 * <p>Takes {@code dimensions()} floats, padded with zeros to the next power of two n; gives {@code outputs()} floats, any positive
 * number. A block is three rounds of random sign flips, each followed by a Walsh-Hadamard transform scaled by 1 / sqrt(n): an
 * orthogonal map, so n outputs keep the norm and all inner products. Blocks with signs of their own are stacked for more outputs; of
 * the last block the first outputs are taken. Each output is a mixture of all features, so its distribution over images is near to
 * a bell curve even where single features are mostly zero.
 *
 * <p>The same dimensions, outputs and seed give the same floats on every JVM: the signs come from {@link SplittableRandom}, whose
 * algorithm is specified, and the arithmetic is additions in a fixed order. Immutable, safe for all threads.
 *
 * <p>Ours; not in the paper. The ideas: signs of random projections as bits (Charikar, STOC 2002); sign flips and fast Hadamard
 * transforms in place of a dense random matrix (Ailon and Chazelle, STOC 2006), three rounds of them as a pseudo-random rotation
 * (Andoni et al., "Practical and Optimal LSH for Angular Distance", NIPS 2015). The code is our own.
 */
public final class Rotation {

    private static final int ROUNDS = 3;

    private final int dimensions;
    private final int outputs;
    private final long seed;
    private final float[][] signs;

    /** @throws IllegalArgumentException if dimensions or outputs are not positive */
    public Rotation(int dimensions, int outputs, long seed) {
        if (dimensions < 1 || outputs < 1) {
            throw new IllegalArgumentException(
                    "expected dimensions and outputs >= 1, got %d and %d".formatted(dimensions, outputs));
        }
        this.dimensions = dimensions;
        this.outputs = outputs;
        this.seed = seed;
        int width = Math.max(1, Integer.highestOneBit(2 * dimensions - 1));
        signs = signs(width, Math.ceilDiv(outputs, width) * ROUNDS, new SplittableRandom(seed));
    }

    private static float[][] signs(int width, int rounds, SplittableRandom random) {
        float scale = (float) (1 / Math.sqrt(width));
        float[][] signs = new float[rounds][width];
        for (float[] round : signs) {
            for (int i = 0; i < width; i++) {
                round[i] = random.nextLong() < 0 ? -scale : scale;
            }
        }
        return signs;
    }

    /** The number of features that it takes. */
    public int dimensions() {
        return dimensions;
    }

    /** The number of floats that it gives. */
    public int outputs() {
        return outputs;
    }

    /** What the signs are drawn from. */
    public long seed() {
        return seed;
    }

    /**
     * The rotated features, a new array.
     *
     * @throws IllegalArgumentException if the number of features differs from {@link #dimensions()}
     */
    public float[] rotate(float[] raw) {
        if (raw.length != dimensions) {
            throw new IllegalArgumentException("expected %d features, got %d".formatted(dimensions, raw.length));
        }
        float[] rotated = new float[outputs];
        int width = signs[0].length;
        for (int block = 0; block * width < outputs; block++) {
            float[] values = Arrays.copyOf(raw, width);
            for (int round = 0; round < ROUNDS; round++) {
                flip(values, signs[block * ROUNDS + round]);
                transform(values);
            }
            System.arraycopy(values, 0, rotated, block * width, Math.min(width, outputs - block * width));
        }
        return rotated;
    }

    private static void flip(float[] values, float[] signs) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= signs[i];
        }
    }

    /** The fast Walsh-Hadamard transform, in place and unscaled: sums and differences at distances 1, 2, 4 ... */
    private static void transform(float[] values) {
        for (int half = 1; half < values.length; half *= 2) {
            for (int start = 0; start < values.length; start += 2 * half) {
                for (int i = start; i < start + half; i++) {
                    float sum = values[i] + values[i + half];
                    values[i + half] = values[i] - values[i + half];
                    values[i] = sum;
                }
            }
        }
    }
}
