package dev.sightline.lab.replay;

import dev.sightline.events.ServedResult;
import dev.sightline.ranking.FeatureValues;
import dev.sightline.ranking.RankingFeature;
import dev.sightline.ranking.RankingModel;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Another order of the results of an answer: by {@code score}, larger first, equal ones in the order before ranking. It sees what was logged
 * when the answer was served and nothing else.
 */
public record Contender(String name, ToDoubleFunction<ServedResult> score) {

    /** The order in which the sources' results were mixed, before any ranking. */
    public static Contender mixed() {
        return new Contender("mixed order", result -> -result.rankBefore());
    }

    /** The order by a ranker, on the features that were logged; a feature that it does not know is left out. */
    public static Contender ranker(RankingModel model) {
        return new Contender("ranker " + model.version(), result -> model.score(features(result.features())));
    }

    private static FeatureValues features(Map<String, Double> logged) {
        Map<RankingFeature, Double> values = new EnumMap<>(RankingFeature.class);
        logged.forEach((slug, value) -> RankingFeature.ofSlug(slug).ifPresent(feature -> values.put(feature, value)));
        return new FeatureValues(values);
    }

    /** The results in this order. */
    List<ServedResult> order(List<ServedResult> results) {
        record Scored(ServedResult result, double score) {}
        return results.stream()
                .map(result -> new Scored(result, score.applyAsDouble(result)))
                .sorted(Comparator.comparingDouble(Scored::score)
                        .reversed()
                        .thenComparingInt(scored -> scored.result().rankBefore())
                        .thenComparing(scored -> scored.result().image()))
                .map(Scored::result)
                .toList();
    }
}
