package dev.sightline.engagement;

import dev.sightline.events.EngagementKind;
import java.util.Map;

/** Actions of each kind per impression at each place on each platform, over all images; each 0 or larger. What is absent is 0. */
public record EngagementRates(Map<Exposure, Map<EngagementKind, Double>> rates) {

    /** Nothing was ever shown. */
    public static final EngagementRates NONE = new EngagementRates(Map.of());

    public EngagementRates {
        rates = Map.copyOf(rates);
    }

    /** Actions of a kind per impression there. */
    public double rate(Exposure exposure, EngagementKind kind) {
        return rates.getOrDefault(exposure, Map.of()).getOrDefault(kind, 0.0);
    }
}
