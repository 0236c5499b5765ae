package dev.sightline.engagement;

/**
 * Where a result was shown: the place in the answer, from 1, on a platform.
 *
 * @throws IllegalArgumentException if the rank is below 1
 */
public record Exposure(String platform, int rank) {

    public Exposure {
        if (rank < 1) {
            throw new IllegalArgumentException("expected a rank >= 1, got " + rank);
        }
    }
}
