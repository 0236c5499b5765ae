package dev.sightline.lab.metrics;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * How far an estimate would move if other queries had been drawn: the percentile bootstrap over queries.
 *
 * <p>{@code resamples} times as many queries as there are, drawn with replacement; the 95 % interval reaches from the 2.5 % to the
 * 97.5 % of their means, and always holds the mean itself. Same seed and same number of queries, same draws: so that two systems are
 * compared on the same queries. Source: Efron's percentile interval; the number of resamples is ours.
 *
 * @throws IllegalArgumentException if {@code resamples} is below {@value #FEWEST}
 */
public record Bootstrap(int resamples, long seed) {

    /** Fewer do not fill the tails. */
    public static final int FEWEST = 100;

    private static final int DEFAULT_RESAMPLES = 2000;
    private static final double TAIL = 0.025;

    public Bootstrap {
        if (resamples < FEWEST) {
            throw new IllegalArgumentException("expected at least %d resamples, got %d".formatted(FEWEST, resamples));
        }
    }

    /** With {@value #DEFAULT_RESAMPLES} resamples. */
    public static Bootstrap of(long seed) {
        return new Bootstrap(DEFAULT_RESAMPLES, seed);
    }

    /**
     * The mean of one value per query.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Interval mean(double[] perQuery) {
        double value = Arrays.stream(perQuery)
                .average()
                .orElseThrow(() -> new IllegalArgumentException("expected at least one query, got none"));
        var random = new SplittableRandom(seed);
        double[] means = new double[resamples];
        for (int i = 0; i < resamples; i++) {
            means[i] = resampledMean(perQuery, random);
        }
        Arrays.sort(means);
        int tail = (int) Math.floor(TAIL * resamples);
        return new Interval(value, Math.min(value, means[tail]), Math.max(value, means[resamples - 1 - tail]));
    }

    /**
     * The mean of the differences between two systems, query by query; above zero where {@code system} is larger.
     *
     * @throws IllegalArgumentException if the numbers of queries differ, or there is none
     */
    public Interval meanDifference(double[] system, double[] baseline) {
        if (system.length != baseline.length) {
            throw new IllegalArgumentException(
                    "expected two values per query, got %d and %d".formatted(system.length, baseline.length));
        }
        double[] differences = new double[system.length];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = system[i] - baseline[i];
        }
        return mean(differences);
    }

    private static double resampledMean(double[] values, SplittableRandom random) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[random.nextInt(values.length)];
        }
        return sum / values.length;
    }
}
