package dev.sightline.engagement;

import dev.sightline.events.EngagementKind;
import java.util.Map;

/**
 * How often a thing was shown where, and what was done with it; {@link EngagementKind#IMPRESSION} is none of the actions. What is absent is 0.
 *
 * @throws IllegalArgumentException for a negative number, or if impressions are among the actions
 */
public record EngagementCounts(Map<Exposure, Long> impressions, Map<EngagementKind, Long> actions) {

    /** Never shown. */
    public static final EngagementCounts NONE = new EngagementCounts(Map.of(), Map.of());

    public EngagementCounts {
        impressions = Map.copyOf(impressions);
        actions = Map.copyOf(actions);
        if (actions.containsKey(EngagementKind.IMPRESSION)) {
            throw new IllegalArgumentException("expected actions without impressions, got " + actions);
        }
        impressions.values().forEach(EngagementCounts::requireCount);
        actions.values().forEach(EngagementCounts::requireCount);
    }

    private static void requireCount(long count) {
        if (count < 0) {
            throw new IllegalArgumentException("expected a number >= 0, got " + count);
        }
    }
}
