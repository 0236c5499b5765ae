package dev.sightline.lab.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The percentile bootstrap over groups of cases that are alike, such as all objects of an image or all answers to a user: draws as many groups as there are, with replacement, and asks for the figure again, {@code
 * resamples} times. The interval reaches from the 2.5 % to the 97.5 % quantile of the answers and the figure itself, and is
 * widened to the figure where it would not hold it.
 *
 * <p>Whole groups are drawn, not single cases, since the cases of one group are alike. Same seed, same interval.
 *
 * @throws IllegalArgumentException if there are no groups or no resamples
 */
public record GroupBootstrap(int groups, int resamples, long seed) {

    private static final double TAIL = 0.025;

    public GroupBootstrap {
        if (groups < 1 || resamples < 1) {
            throw new IllegalArgumentException(
                    "expected at least one group and one resample, got %d and %d".formatted(groups, resamples));
        }
    }

    /**
     * The figure and its interval; {@code figure} is told how often to take each group, by several threads at once. Empty if there is
     * no figure over all groups; resamples without one are left out.
     */
    public Optional<Interval> interval(Function<int[], OptionalDouble> figure) {
        int[] once = new int[groups];
        Arrays.fill(once, 1);
        OptionalDouble value = figure.apply(once);
        return value.isEmpty() ? Optional.empty() : Optional.of(interval(value.getAsDouble(), figure));
    }

    private Interval interval(double value, Function<int[], OptionalDouble> figure) {
        var random = new SplittableRandom(seed);
        // Drawn one after the other, so that the seed decides; asked side by side, since the order of the answers does
        // not matter.
        List<int[]> draws =
                IntStream.range(0, resamples).mapToObj(i -> drawn(random)).toList();
        double[] sorted = DoubleStream.concat(
                        DoubleStream.of(value),
                        draws.parallelStream().map(figure).flatMapToDouble(OptionalDouble::stream))
                .sorted()
                .toArray();
        int tail = (int) Math.floor(TAIL * sorted.length);
        return new Interval(value, Math.min(value, sorted[tail]), Math.max(value, sorted[sorted.length - 1 - tail]));
    }

    private int[] drawn(SplittableRandom random) {
        int[] times = new int[groups];
        for (int i = 0; i < groups; i++) {
            times[random.nextInt(groups)]++;
        }
        return times;
    }
}
