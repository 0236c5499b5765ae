package dev.sightline.lab.search;

import java.util.Arrays;

/** Percentiles of the times of single requests, one after the other from one client, in milliseconds. */
public record Latencies(double p50, double p95, double p99) {

    private static final double NANOS_PER_MILLISECOND = 1e6;

    /**
     * The nearest-rank percentiles: the smallest time that is not exceeded by that share of the requests.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Latencies ofNanos(long[] nanos) {
        if (nanos.length == 0) {
            throw new IllegalArgumentException("expected at least one request, got none");
        }
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Latencies(percentile(sorted, 50), percentile(sorted, 95), percentile(sorted, 99));
    }

    private static double percentile(long[] sorted, int percent) {
        int rank = Math.ceilDiv(sorted.length * percent, 100);
        return sorted[rank - 1] / NANOS_PER_MILLISECOND;
    }
}
