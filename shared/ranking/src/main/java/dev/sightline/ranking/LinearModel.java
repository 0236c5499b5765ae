package dev.sightline.ranking;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * A weighted sum: {@code intercept + sum of weight * value} over the features that have a weight.
 *
 * <p>{@code missing}: the value that stands for a feature that is missing, as a rule its mean in training, so that a missing feature speaks
 * neither for nor against a candidate; a feature that is not named there counts as 0. Weights are of the features as they are: where training
 * standardised them, that is folded in.
 *
 * <p>Paper: a linear model ranks Related Pins. What stands for missing features is ours.
 *
 * @throws IllegalArgumentException if the version is not one, no feature has a weight, a number is not finite, or a missing value is of a
 *     feature without weight
 */
public record LinearModel(
        String version, double intercept, Map<RankingFeature, Double> weights, Map<RankingFeature, Double> missing)
        implements RankingModel {

    public LinearModel {
        RankerRules.requireVersion(version);
        RankerRules.requireFinite("intercept", intercept);
        weights = Map.copyOf(weights);
        missing = Map.copyOf(missing);
        weights.forEach((feature, weight) -> RankerRules.requireFinite("the weight of " + feature.slug(), weight));
        missing.forEach((feature, value) -> RankerRules.requireFinite("a missing " + feature.slug(), value));
        if (weights.isEmpty() || !weights.keySet().containsAll(missing.keySet())) {
            throw new IllegalArgumentException(
                    "expected weights, and missing values of features with weights only, got %s and %s"
                            .formatted(weights, missing));
        }
    }

    @Override
    public Set<RankingFeature> features() {
        return weights.keySet();
    }

    @Override
    public double score(FeatureValues features) {
        double score = intercept;
        for (Map.Entry<RankingFeature, Double> term : new EnumMap<>(weights).entrySet()) {
            double otherwise = missing.getOrDefault(term.getKey(), 0.0);
            score += term.getValue() * features.value(term.getKey()).orElse(otherwise);
        }
        return score;
    }
}
