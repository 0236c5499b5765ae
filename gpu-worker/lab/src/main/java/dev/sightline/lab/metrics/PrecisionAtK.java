package dev.sightline.lab.metrics;

import java.util.Collection;
import java.util.List;

/**
 * Precision at k: the share of the first k results that have the label of the query, 0..1, larger is better.
 *
 * <p>Results beyond the k-th do not count; missing results count as wrong, since the divisor is always k.
 *
 * @throws IllegalArgumentException if k is not positive
 */
public record PrecisionAtK(int k) {

    public PrecisionAtK {
        if (k < 1) {
            throw new IllegalArgumentException("expected k >= 1, got " + k);
        }
    }

    /** Of one answer, given the labels of its results, nearest first, without the query itself. */
    public double of(String label, List<String> resultLabels) {
        long hits = resultLabels.stream().limit(k).filter(label::equals).count();
        return (double) hits / k;
    }

    /**
     * The mean over queries, each counting the same.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static double mean(Collection<Double> precisions) {
        return precisions.stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow(() -> new IllegalArgumentException("expected at least one query, got none"));
    }
}
