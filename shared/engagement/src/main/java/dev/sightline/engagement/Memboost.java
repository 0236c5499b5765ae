package dev.sightline.engagement;

import dev.sightline.events.EngagementKind;
import java.util.Map;

/**
 * How much more was done with a result than the places where it was shown explain.
 *
 * <p>Of each kind of action: {@code log((actions + a) / (E + a))} with the natural logarithm, where {@code E}, the expected actions, is the sum
 * over all places of impressions there times the rate of that kind there, and {@code a} the smoothing. The boost is the sum of these, each times
 * the weight of its kind. 0: as expected, or nothing is known; log 2 = 0.69 with weight 1: twice as much; negative: less. Few impressions give
 * a boost near 0, since then {@code a} outweighs both numbers. A kind that no client reports adds nothing.
 *
 * <p>Paper: Memboost, expected clicks by platform and rank. Ours: the logarithm, so that half as good is as far from 0 as twice as good.
 *
 * <p>{@code smoothing} &gt; 0, in actions; {@code weights}: of each kind, 0..1, what is absent is 0; impressions have none.
 *
 * @throws IllegalArgumentException if the smoothing is not positive and finite, a weight lies outside its range, or impressions have one
 */
public record Memboost(double smoothing, Map<EngagementKind, Double> weights) {

    public Memboost {
        if (!(smoothing > 0) || Double.isInfinite(smoothing)) {
            throw new IllegalArgumentException("expected a smoothing > 0, got " + smoothing);
        }
        weights = Map.copyOf(weights);
        if (weights.containsKey(EngagementKind.IMPRESSION)) {
            throw new IllegalArgumentException("expected weights of actions only, got " + weights);
        }
        weights.forEach(Memboost::requireWeight);
    }

    private static void requireWeight(EngagementKind kind, double weight) {
        if (!(weight >= 0 && weight <= 1)) {
            throw new IllegalArgumentException(
                    "expected the weight of %s in 0..1, got %s".formatted(kind.slug(), weight));
        }
    }

    /** The boost of a thing with these counts, given what a place alone explains. */
    public double boost(EngagementCounts counts, EngagementRates rates) {
        double boost = 0;
        for (EngagementKind kind : EngagementKind.values()) {
            double weight = weights.getOrDefault(kind, 0.0);
            if (weight > 0) {
                long actions = counts.actions().getOrDefault(kind, 0L);
                boost += weight * Math.log((actions + smoothing) / (expected(kind, counts, rates) + smoothing));
            }
        }
        return boost;
    }

    /** How many actions of a kind the places explain in which a thing with these counts was shown. */
    public static double expected(EngagementKind kind, EngagementCounts counts, EngagementRates rates) {
        return counts.impressions().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .mapToDouble(shown -> shown.getValue() * rates.rate(shown.getKey(), kind))
                .sum();
    }
}
