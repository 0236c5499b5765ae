package dev.sightline.blender.blend;

import dev.sightline.policy.CandidateSource;

/**
 * What a triggered source claims of a group's results. {@code weight}: its policy's weight times its confidence, &gt; 0; {@code floor}:
 * results that it gets at least.
 *
 * @throws IllegalArgumentException if a number lies outside its range
 */
record Claim(CandidateSource source, double weight, int floor) {

    private static final double BILLION = 1e9;

    Claim {
        if (!(weight > 0) || floor < 0) {
            throw new IllegalArgumentException("expected a weight > 0 and a floor >= 0 of %s, got %s and %d"
                    .formatted(source.slug(), weight, floor));
        }
    }

    /** The weight as it is compared, in billionths: 3 x 0.1 and 0.3 are equal, though not as floating-point numbers. */
    long billionths() {
        return Math.round(weight * BILLION);
    }
}
