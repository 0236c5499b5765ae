package dev.sightline.lab.ranker;

import dev.sightline.events.AnswerServed;
import dev.sightline.events.EngagementEvent;
import dev.sightline.events.EngagementKind;
import dev.sightline.events.ServedResult;
import dev.sightline.lab.engagement.ExportedLog;
import dev.sightline.ranking.FeatureValues;
import dev.sightline.ranking.RankingFeature;
import dev.sightline.testkit.Engagements;
import dev.sightline.testkit.Fixtures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * A log of users who look at a place with probability {@code 1 / rank} and save what they look at with a probability that {@code appeal} gives, 0..1.
 * Features {@code cosine}, {@code co-save} and {@code color} are uniform on 0..1. Answers are in drawn order, or in the order of {@code cosine}.
 */
record SeededLog(int users, boolean randomized, ToDoubleFunction<FeatureValues> appeal) {

    private static final int ANSWERS_A_USER = 4;
    private static final int RESULTS = 8;

    /** The log of a seed; all names begin with {@code prefix}. */
    ExportedLog of(String prefix, long seed) {
        var random = new SplittableRandom(seed);
        List<AnswerServed> answers = new ArrayList<>();
        List<EngagementEvent> events = new ArrayList<>();
        for (int user = 0; user < users; user++) {
            for (int i = 0; i < ANSWERS_A_USER; i++) {
                AnswerServed answer = answer("%s-%d-%d".formatted(prefix, user, i), user, random);
                answers.add(answer);
                answer.results().forEach(result -> react(answer, result, random, events));
            }
        }
        return new ExportedLog(answers, events);
    }

    private AnswerServed answer(String id, int user, SplittableRandom random) {
        List<Map<String, Double>> features = new ArrayList<>();
        for (int i = 0; i < RESULTS; i++) {
            features.add(Map.of(
                    "cosine", random.nextDouble(), "co-save", random.nextDouble(), "color", random.nextDouble()));
        }
        if (!randomized) {
            features.sort(Comparator.comparingDouble(values -> -cosine(values)));
        }
        List<ServedResult> results = new ArrayList<>();
        for (int i = 0; i < RESULTS; i++) {
            results.add(new ServedResult(
                    Fixtures.aSignature(100 + i),
                    i + 1,
                    rankByCosine(features, i),
                    1,
                    0,
                    "chair",
                    List.of(),
                    features.get(i)));
        }
        AnswerServed plain = Engagements.anAnswer(id, user);
        return new AnswerServed(
                id,
                plain.servedAt(),
                plain.query(),
                plain.user(),
                plain.policy(),
                "standard",
                "none",
                randomized,
                results);
    }

    /** The place before ranking: results are mixed by cosine. */
    private static int rankByCosine(List<Map<String, Double>> features, int i) {
        double own = cosine(features.get(i));
        return 1 + (int) features.stream().filter(other -> cosine(other) > own).count();
    }

    private static double cosine(Map<String, Double> features) {
        return features.getOrDefault("cosine", 0.0);
    }

    private void react(
            AnswerServed answer, ServedResult result, SplittableRandom random, List<EngagementEvent> events) {
        events.add(event(answer, result, EngagementKind.IMPRESSION));
        boolean looks = random.nextDouble() < 1.0 / result.rank();
        FeatureValues features = LoggedResult.of(result).features();
        if (looks && random.nextDouble() < appeal.applyAsDouble(features)) {
            events.add(event(answer, result, EngagementKind.SAVE));
        }
    }

    private static EngagementEvent event(AnswerServed answer, ServedResult result, EngagementKind kind) {
        return new EngagementEvent(
                "%s-%d-%s".formatted(answer.requestId(), result.rank(), kind.slug()),
                kind,
                answer.requestId(),
                answer.query(),
                result.image(),
                result.rank(),
                "web",
                answer.user(),
                answer.servedAt(),
                answer.servedAt());
    }

    /** Two of the three features. */
    static FeatureValues features(double cosine, double coSave) {
        return new FeatureValues(Map.of(RankingFeature.COSINE, cosine, RankingFeature.CO_SAVE, coSave));
    }

    /** A feature that all logs have. */
    static double value(FeatureValues features, RankingFeature feature) {
        return features.value(feature).orElseThrow();
    }
}
