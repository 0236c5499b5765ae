package dev.sightline.bench.figures;

import dev.sightline.bench.figures.Figure.Better;
import java.util.Set;

/**
 * A figure as a multiple of its baseline: median by median. {@code noise}: how much of it may be chance, as a share of it: half the range
 * of the figure and of the baseline, each as a share of its median, added; at least {@value #LEAST_NOISE}, and {@value #LEAST_NOISE_OF_COUNTS} of what is counted and not
 * timed.
 */
public record Ratio(double value, double noise, Better better) {

    /** Two runs on an idle machine differ by about so much, whatever their repetitions say. */
    static final double LEAST_NOISE = 0.1;

    /** The same data gives the same recall and nearly the same bytes. */
    static final double LEAST_NOISE_OF_COUNTS = 0.01;

    private static final Set<String> COUNTED = Set.of("share", "cosine", "bytes");

    static Ratio of(Figure figure, Figure baseline) {
        Spread own = figure.spread();
        Spread other = baseline.spread();
        if (other.median() == 0) {
            throw new IllegalArgumentException(
                    "%s: expected a baseline above 0, got 0 from %s".formatted(figure.id(), baseline.id()));
        }
        double least = COUNTED.contains(figure.unit()) ? LEAST_NOISE_OF_COUNTS : LEAST_NOISE;
        double noise = Math.max(least, own.share() + other.share());
        return new Ratio(own.median() / other.median(), noise, figure.better());
    }

    /** Whether the other one is worse by more than this one's noise. */
    boolean isBetterThan(Ratio other) {
        return switch (better) {
            case HIGHER -> other.value < value * (1 - noise);
            case LOWER -> other.value > value * (1 + noise);
        };
    }

    /** Whether it reaches an aim. */
    public boolean reaches(double aim) {
        return switch (better) {
            case HIGHER -> value >= aim;
            case LOWER -> value <= aim;
        };
    }
}
