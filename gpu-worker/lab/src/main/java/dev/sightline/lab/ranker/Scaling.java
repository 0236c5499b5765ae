package dev.sightline.lab.ranker;

import dev.sightline.ranking.FeatureValues;
import dev.sightline.ranking.RankingFeature;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Mean and standard deviation of each feature over the results of the pairs, missing ones aside. Features that are always missing, or always the same,
 * are left out: they order nothing.
 */
record Scaling(Map<RankingFeature, Moments> byFeature) {

    private static final double SAME = 1e-9;

    /** Of one feature; {@code deviation} is positive. */
    record Moments(double mean, double deviation) {}

    static Scaling of(List<RankedPair> pairs) {
        Map<RankingFeature, Moments> all = new TreeMap<>();
        for (RankingFeature feature : RankingFeature.values()) {
            double[] values = pairs.stream()
                    .flatMap(pair -> Stream.of(pair.better(), pair.worse()))
                    .flatMapToDouble(result -> result.features().value(feature).stream())
                    .toArray();
            DoubleSummaryStatistics summary = Arrays.stream(values).summaryStatistics();
            if (summary.getCount() > 0 && summary.getMax() - summary.getMin() > SAME) {
                all.put(feature, new Moments(summary.getAverage(), deviation(values, summary.getAverage())));
            }
        }
        return new Scaling(all);
    }

    private static double deviation(double[] values, double mean) {
        return Math.sqrt(Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow());
    }

    /** The features, in the order of {@link #scaled}. */
    List<RankingFeature> features() {
        return List.copyOf(new TreeMap<>(byFeature).keySet());
    }

    /** Of one of {@link #features}. */
    Moments of(RankingFeature feature) {
        return byFeature.getOrDefault(feature, new Moments(0, 1));
    }

    /** How many deviations each feature lies above its mean; 0 where it is missing. */
    double[] scaled(FeatureValues values) {
        return features().stream()
                .mapToDouble(feature -> {
                    Moments moments = of(feature);
                    return (values.value(feature).orElse(moments.mean()) - moments.mean()) / moments.deviation();
                })
                .toArray();
    }
}
