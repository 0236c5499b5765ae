package dev.sightline.lab.ranker;

import dev.sightline.lab.metrics.Interval;
import dev.sightline.lab.ranker.Scaling.Moments;
import dev.sightline.lab.report.Plot;
import dev.sightline.lab.report.Section;
import dev.sightline.lab.report.Table;
import dev.sightline.lab.report.Table.Cell;
import dev.sightline.ranking.LinearModel;
import dev.sightline.ranking.RankingFeature;
import dev.sightline.ranking.RankingModel;
import dev.sightline.ranking.TreeModel;
import java.util.List;

/** What was learned, and how right it is on users that it was not learned from. */
public record RankerReport(TrainingPairs pairs, RankerChoice choice, RankingModel model) {

    private static final int DECIMALS = 3;
    private static final Plot.Axis RIGHT = new Plot.Axis("share of pairs in the right order, unseen users", false);
    private static final Plot.Axis WEIGHT = new Plot.Axis("weight per standard deviation", false);

    /** The section {@code ranker}. */
    public Section toSection() {
        return switch (model) {
            case LinearModel linear ->
                Section.of(
                        "ranker",
                        title(),
                        summary(),
                        List.of(rightness(), weights(linear)),
                        List.of(bars(), weightBars(linear)));
            case TreeModel trees -> Section.of("ranker", title(), summary(), List.of(rightness()), List.of(bars()));
        };
    }

    private String title() {
        return "Ranker %s: %s".formatted(model.version(), choice.chosen().name());
    }

    private String summary() {
        return ("%d pairs of %d users: a saved or long-clicked result above one of the same answer that was shown and passed over. Position bias: %s."
                        + " Shares are of users that the ranker was not trained on, in %d folds; each user counts the same, and users are"
                        + " resampled for 95 %% intervals. Trees are kept only if their lead is more than chance.")
                .formatted(pairs.pairs().size(), pairs.users(), handling(), CrossValidation.FOLDS);
    }

    private String handling() {
        return switch (pairs.handling()) {
            case RANDOMIZED -> "only answers in drawn order";
            case WEIGHTED, AUTO ->
                "all answers, liked results weighted by the inverse of how likely their place is looked at";
        };
    }

    private Table rightness() {
        return new Table(
                "rightness",
                "Pairs in the right order",
                List.of("order", "share", "lead of the linear ranker"),
                choice.rows().stream()
                        .map(row -> List.<Cell>of(
                                new Cell.Text(row.name()),
                                new Cell.Estimate(row.right(), DECIMALS),
                                new Cell.Estimate(row.lead(), DECIMALS)))
                        .toList());
    }

    private Plot bars() {
        return new Plot.Bars(
                "rightness",
                "Pairs in the right order",
                RIGHT,
                choice.rows().stream()
                        .map(row -> new Plot.Bars.Bar(row.name(), row.right()))
                        .toList());
    }

    private Table weights(LinearModel linear) {
        Scaling scaling = Scaling.of(pairs.pairs());
        return new Table(
                "weights",
                "The weights, per unit and per standard deviation of a feature, and what stands for a missing one",
                List.of("feature", "weight", "per deviation", "missing counts as"),
                scaling.features().stream()
                        .map(feature -> List.<Cell>of(
                                new Cell.Text(feature.slug()),
                                new Cell.Decimal(weight(linear, feature), DECIMALS),
                                new Cell.Decimal(perDeviation(linear, feature, scaling.of(feature)), DECIMALS),
                                new Cell.Decimal(scaling.of(feature).mean(), DECIMALS)))
                        .toList());
    }

    private Plot weightBars(LinearModel linear) {
        Scaling scaling = Scaling.of(pairs.pairs());
        return new Plot.Bars(
                "weights",
                "What the ranker goes by",
                WEIGHT,
                scaling.features().stream()
                        .map(feature -> bar(feature.slug(), perDeviation(linear, feature, scaling.of(feature))))
                        .toList());
    }

    private static Plot.Bars.Bar bar(String name, double value) {
        return new Plot.Bars.Bar(name, new Interval(value, value, value));
    }

    private static double weight(LinearModel linear, RankingFeature feature) {
        return linear.weights().getOrDefault(feature, 0.0);
    }

    private static double perDeviation(LinearModel linear, RankingFeature feature, Moments moments) {
        return weight(linear, feature) * moments.deviation();
    }
}
