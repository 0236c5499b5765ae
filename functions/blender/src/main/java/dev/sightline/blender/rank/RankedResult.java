package dev.sightline.blender.rank;

import dev.sightline.blender.blend.BlendedResult;
import dev.sightline.ranking.FeatureValues;

/**
 * A result with its place. {@code rankBefore}: its place in the mixed pool, from 1. {@code score}: by which it is ordered, larger is better.
 * {@code boost}: what engagement added to that score beside the model; 0 where the model knows the boost itself. {@code propensity}: the
 * probability of its place, 0..1. {@code category}: of its surest object, empty if it has none or that is not known.
 */
public record RankedResult(
        BlendedResult result,
        int rankBefore,
        double score,
        double boost,
        double propensity,
        String category,
        FeatureValues features) {

    /** The same result at a place that was drawn. */
    RankedResult withPropensity(double drawn) {
        return new RankedResult(result, rankBefore, score, boost, drawn, category, features);
    }
}
