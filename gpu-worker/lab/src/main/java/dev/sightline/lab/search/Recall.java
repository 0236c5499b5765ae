package dev.sightline.lab.search;

/**
 * Recall at k of an approximate answer: how many of its results are as near as the k nearest of the exact answer, as a share of
 * those, 0..1, larger is better.
 *
 * <p>Results are compared by nearness, not by id: of several equally near images each is as good as the other.
 */
final class Recall {

    /** Below the precision of a single-precision score. */
    private static final double TOLERANCE = 1e-6;

    private Recall() {}

    /**
     * The recall, given how near the results of both answers are, larger is nearer, nearest first.
     *
     * @throws IllegalArgumentException if the exact answer is empty
     */
    static double of(double[] found, double[] exact) {
        if (exact.length == 0) {
            throw new IllegalArgumentException("expected at least one exact result, got none");
        }
        double farthest = exact[exact.length - 1] - TOLERANCE;
        int right = 0;
        for (int i = 0; i < Math.min(found.length, exact.length); i++) {
            right += found[i] >= farthest ? 1 : 0;
        }
        return (double) right / exact.length;
    }
}
