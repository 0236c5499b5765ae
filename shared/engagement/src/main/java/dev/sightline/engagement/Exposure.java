package dev.sightline.engagement;

import java.util.Comparator;

/**
 * Where a result was shown: the place in the answer, from 1, on a platform. In natural order by platform, then by rank.
 *
 * @throws IllegalArgumentException if the rank is below 1
 */
public record Exposure(String platform, int rank) implements Comparable<Exposure> {

    private static final Comparator<Exposure> ORDER =
            Comparator.comparing(Exposure::platform).thenComparingInt(Exposure::rank);

    public Exposure {
        if (rank < 1) {
            throw new IllegalArgumentException("expected a rank >= 1, got " + rank);
        }
    }

    @Override
    public int compareTo(Exposure other) {
        return ORDER.compare(this, other);
    }
}
