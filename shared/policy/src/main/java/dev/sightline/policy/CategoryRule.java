package dev.sightline.policy;

import java.util.List;
import java.util.Map;

/**
 * What is different for queries of one category, as "food: recipes first".
 *
 * <p>A query is of the category if one of its relevant objects has one of {@code objectCategories}, or one of its annotations is one of {@code
 * annotations}, with a confidence of at least {@code minConfidence}, 0..1. Then {@code weights} replace those of the mix for the sources
 * named, and Image Search puts images first whose text holds one of {@code preferredWords}. The first rule that fits counts.
 *
 * <p>Paper: Lens answers food with recipes. The form of the rule is ours.
 *
 * @throws IllegalArgumentException if the name is blank or a number lies outside its range
 */
public record CategoryRule(
        String name,
        List<String> objectCategories,
        List<String> annotations,
        double minConfidence,
        Map<CandidateSource, Double> weights,
        List<String> preferredWords) {

    public CategoryRule {
        if (name.isBlank()) {
            throw new IllegalArgumentException("expected the name of a category, got a blank one");
        }
        Shares.require("minConfidence", minConfidence);
        objectCategories = List.copyOf(objectCategories);
        annotations = List.copyOf(annotations);
        weights = Map.copyOf(weights);
        preferredWords = List.copyOf(preferredWords);
        weights.forEach((source, weight) -> {
            if (!(weight > 0)) {
                throw new IllegalArgumentException(
                        "expected a weight > 0 of %s in %s, got %s".formatted(source.slug(), name, weight));
            }
        });
    }
}
