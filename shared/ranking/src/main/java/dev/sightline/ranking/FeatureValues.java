package dev.sightline.ranking;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * What is known of one candidate for one query. A feature that is absent is missing: not known, which is not the same as 0. Immutable.
 *
 * @throws IllegalArgumentException if a value is not finite
 */
public record FeatureValues(Map<RankingFeature, Double> values) {

    /** Nothing is known. */
    public static final FeatureValues NONE = new FeatureValues(Map.of());

    public FeatureValues {
        values = Map.copyOf(values);
        values.forEach((feature, value) -> {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("expected a finite %s, got %s".formatted(feature.slug(), value));
            }
        });
    }

    /** The value of a feature, empty if it is missing. */
    public OptionalDouble value(RankingFeature feature) {
        Double value = values.get(feature);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
