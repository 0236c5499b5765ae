package dev.sightline.policy;

import dev.sightline.events.EngagementKind;
import java.util.Map;

/**
 * How engagement becomes a boost: {@code log((actions + smoothing) / (expected + smoothing))} of each kind of action, weighted; see {@code Memboost}.
 * {@code gain}: by how much the boost counts beside the score without it, 0..10. {@code smoothing} &gt; 0, in actions. {@code weights}: of
 * each kind of action, 0..1; what is absent is 0. {@code minWinner}: the boost from which on a result is remembered as a winner. Ours.
 *
 * @throws IllegalArgumentException if a number lies outside its range, or impressions, which are no action, have a weight
 */
public record BoostPolicy(double gain, double smoothing, Map<EngagementKind, Double> weights, double minWinner) {

    private static final double MAX_GAIN = 10;

    public BoostPolicy {
        if (!(gain >= 0 && gain <= MAX_GAIN) || !(smoothing > 0) || !Double.isFinite(minWinner)) {
            throw new IllegalArgumentException(
                    "expected gain in 0..%s, smoothing > 0 and a finite minWinner, got %s, %s and %s"
                            .formatted(MAX_GAIN, gain, smoothing, minWinner));
        }
        weights = Map.copyOf(weights);
        if (weights.containsKey(EngagementKind.IMPRESSION)) {
            throw new IllegalArgumentException("expected weights of actions only, got " + weights);
        }
        weights.forEach((kind, weight) -> Shares.require("the weight of " + kind.slug(), weight));
    }
}
