package dev.sightline.lab.ranker;

import dev.sightline.lab.metrics.Interval;
import dev.sightline.ranking.RankingFeature;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Which kind of ranker is kept: the linear one, unless trees order pairs of unseen users rightly more often, by more than chance. Immutable.
 *
 * <p>{@code rows}: share of right pairs, with the lead of the kind over the linear ranker.
 */
public record RankerChoice(RankerTraining chosen, List<Row> rows) {

    public RankerChoice {
        rows = List.copyOf(rows);
    }

    /** A ranker or a plain order; {@code lead}: of the linear ranker over this one, zero for itself. */
    public record Row(String name, Interval right, Interval lead) {}

    /**
     * Cross-validates both kinds.
     *
     * @throws SightlineException with {@link ErrorCode#INVALID_REQUEST} if there are too few users
     */
    public static RankerChoice of(TrainingPairs pairs, long seed, Consumer<String> progress) {
        if (pairs.users() < CrossValidation.FOLDS) {
            throw new SightlineException(
                    ErrorCode.INVALID_REQUEST,
                    "expected saves or long clicks of at least %d users, got %d"
                            .formatted(CrossValidation.FOLDS, pairs.users()));
        }
        var validation = new CrossValidation(pairs.pairs(), seed);
        RankerTraining linear = LiblinearTraining.standard(seed);
        RankerTraining trees = XgboostTraining.standard(seed);
        progress.accept("  … cross-validating the linear ranker");
        double[] byLinear = validation.rightness(linear);
        progress.accept("  … cross-validating trees");
        double[] byTrees = validation.rightness(trees);
        List<Row> rows = new ArrayList<>();
        rows.add(row(linear.name(), validation, byLinear, byLinear));
        rows.add(row(trees.name(), validation, byTrees, byLinear));
        rows.add(row("order before ranking", validation, validation.rightness(RankedPair::rightnessBefore), byLinear));
        rows.add(row("cosine alone", validation, validation.rightness(RankerChoice::byCosine), byLinear));
        return new RankerChoice(validation.lead(byTrees, byLinear).low() > 0 ? trees : linear, rows);
    }

    private static Row row(String name, CrossValidation validation, double[] right, double[] linear) {
        return new Row(name, validation.mean(right), validation.lead(linear, right));
    }

    private static double byCosine(RankedPair pair) {
        return pair.rightness(features -> features.value(RankingFeature.COSINE).orElse(0));
    }
}
