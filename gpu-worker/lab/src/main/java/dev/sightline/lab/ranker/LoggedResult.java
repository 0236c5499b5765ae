package dev.sightline.lab.ranker;

import dev.sightline.events.ServedResult;
import dev.sightline.ranking.FeatureValues;
import dev.sightline.ranking.RankingFeature;
import java.util.EnumMap;
import java.util.Map;

/** A result as serving saw it. {@code rank}: its place, from 1; {@code rankBefore}: that before ranking. */
public record LoggedResult(FeatureValues features, int rank, int rankBefore) {

    /** Of a line of the log; features that this code does not know are left out. */
    static LoggedResult of(ServedResult result) {
        Map<RankingFeature, Double> values = new EnumMap<>(RankingFeature.class);
        result.features()
                .forEach((slug, value) -> RankingFeature.ofSlug(slug).ifPresent(feature -> values.put(feature, value)));
        return new LoggedResult(new FeatureValues(values), result.rank(), result.rankBefore());
    }

    /** The same place with other features. */
    LoggedResult with(FeatureValues others) {
        return new LoggedResult(others, rank, rankBefore);
    }
}
