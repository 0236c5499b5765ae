package dev.sightline.lab.ranker;

import dev.sightline.lab.metrics.Bootstrap;
import dev.sightline.lab.metrics.Interval;
import dev.sightline.ranking.RankingModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * How often rankers order pairs of users rightly that they were not trained on: {@value #FOLDS} folds of users, each judged by a ranker of the others.
 *
 * <p>The share of right pairs is taken per user, and each user counts the same; a tie is half right. Users are resampled for the interval. Same seed and
 * pairs, same folds for every ranker.
 *
 * @throws IllegalArgumentException if there are fewer users than folds
 */
final class CrossValidation {

    static final int FOLDS = 5;

    private static final String FOLD = "fold";

    private final List<RankedPair> pairs;
    private final Map<String, Integer> folds = new TreeMap<>();
    private final long seed;

    CrossValidation(List<RankedPair> pairs, long seed) {
        this.pairs = List.copyOf(pairs);
        this.seed = seed;
        List<String> users = new ArrayList<>(
                pairs.stream().map(RankedPair::user).distinct().sorted().toList());
        if (users.size() < FOLDS) {
            throw new IllegalArgumentException("expected at least %d users, got %d".formatted(FOLDS, users.size()));
        }
        Collections.shuffle(users, new Random(seed));
        for (int i = 0; i < users.size(); i++) {
            folds.put(users.get(i), i % FOLDS);
        }
    }

    /** The share of right pairs per user, in the order of users' names, by a ranker that has not seen the user. */
    double[] rightness(RankerTraining training) {
        Map<String, Share> shares = new TreeMap<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            RankingModel model = training.train(fold(fold, false), FOLD);
            add(shares, fold(fold, true), pair -> pair.rightness(model::score));
        }
        return values(shares);
    }

    /** The same of an order that needs no training. */
    double[] rightness(ToDoubleFunction<RankedPair> order) {
        Map<String, Share> shares = new TreeMap<>();
        add(shares, pairs, order);
        return values(shares);
    }

    Interval mean(double[] perUser) {
        return Bootstrap.of(seed).mean(perUser);
    }

    Interval lead(double[] perUser, double[] baseline) {
        return Bootstrap.of(seed).meanDifference(perUser, baseline);
    }

    private List<RankedPair> fold(int fold, boolean held) {
        return pairs.stream()
                .filter(pair -> (folds.getOrDefault(pair.user(), 0) == fold) == held)
                .toList();
    }

    private static void add(Map<String, Share> shares, List<RankedPair> pairs, ToDoubleFunction<RankedPair> right) {
        pairs.forEach(pair -> shares.merge(pair.user(), new Share(right.applyAsDouble(pair), 1), Share::plus));
    }

    private static double[] values(Map<String, Share> shares) {
        return shares.values().stream()
                .mapToDouble(share -> share.right() / share.pairs())
                .toArray();
    }

    private record Share(double right, int pairs) {

        Share plus(Share other) {
            return new Share(right + other.right, pairs + other.pairs);
        }
    }
}
