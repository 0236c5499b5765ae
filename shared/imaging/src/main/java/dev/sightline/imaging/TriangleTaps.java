package dev.sightline.imaging;

/**
 * The source pixels of one axis that each target pixel is blended from.
 *
 * <p>A target pixel's centre lies at (i + 0.5) x scale in the source. Weights fall linearly from there to 0 at {@code support} source
 * pixels, which is the scale when reducing and 1 when enlarging; their sum is 1.
 */
final class TriangleTaps {

    private final int[] first;
    private final float[][] weights;

    private TriangleTaps(int[] first, float[][] weights) {
        this.first = first;
        this.weights = weights;
    }

    static TriangleTaps of(int source, int target) {
        double scale = (double) source / target;
        double support = Math.max(1, scale);
        int[] first = new int[target];
        float[][] weights = new float[target][];
        for (int i = 0; i < target; i++) {
            double center = (i + 0.5) * scale;
            first[i] = Math.max(0, (int) (center - support + 0.5));
            int end = Math.min(source, (int) (center + support + 0.5));
            weights[i] = triangle(first[i] + 0.5 - center, support, end - first[i]);
        }
        return new TriangleTaps(first, weights);
    }

    private static float[] triangle(double start, double support, int count) {
        float[] weights = new float[count];
        float sum = 0;
        for (int i = 0; i < count; i++) {
            weights[i] = (float) Math.max(0, 1 - Math.abs(start + i) / support);
            sum += weights[i];
        }
        for (int i = 0; i < count; i++) {
            weights[i] /= sum;
        }
        return weights;
    }

    int targets() {
        return first.length;
    }

    /** The first source pixel of a target pixel. */
    int first(int target) {
        return first[target];
    }

    /** The weights from the first source pixel on; not to be changed. */
    float[] weights(int target) {
        return weights[target];
    }
}
