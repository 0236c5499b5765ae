package dev.sightline.policy;

import java.time.Duration;

/**
 * The part of one source in one mix. Ours.
 *
 * <p>{@code weight}: its share of the results relative to the other sources of the mix, times its confidence in the query; &gt; 0. {@code
 * floor}: results that it gets at least once it is triggered, whatever its share. {@code minConfidence}: below it the source is not
 * triggered, 0..1. {@code budget}: how long an answer waits for it.
 *
 * @throws IllegalArgumentException if a number lies outside its range
 */
public record SourcePolicy(double weight, int floor, double minConfidence, Duration budget) {

    public SourcePolicy {
        if (!(weight > 0) || floor < 0 || budget.isNegative() || budget.isZero()) {
            throw new IllegalArgumentException("expected a weight > 0, a floor >= 0 and a budget > 0, got %s, %d and %s"
                    .formatted(weight, floor, budget));
        }
        Shares.require("minConfidence", minConfidence);
    }
}
