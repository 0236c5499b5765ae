package dev.sightline.lab.ranker;

import dev.sightline.ranking.FeatureValues;
import java.util.function.ToDoubleFunction;

/**
 * Two results of one answer, of which the user preferred one.
 *
 * <p>{@code user}: whose preference; pairs of one user are never on both sides of a split. {@code weight}: how much the pair counts in training,
 * above 0; see {@link Examination}.
 */
public record RankedPair(LoggedResult better, LoggedResult worse, String user, double weight) {

    /** How right a score is here: 1 if it puts the better one first, 0 if last, 1/2 if it cannot tell. */
    double rightness(ToDoubleFunction<FeatureValues> score) {
        return rightness(score.applyAsDouble(better.features()), score.applyAsDouble(worse.features()));
    }

    /** The same of the order before ranking. */
    double rightnessBefore() {
        return rightness(-better.rankBefore(), -worse.rankBefore());
    }

    private static double rightness(double better, double worse) {
        return (1 + Math.signum(better - worse)) / 2;
    }
}
