package dev.sightline.lab.replay;

import dev.sightline.lab.metrics.Interval;
import dev.sightline.lab.report.Plot;
import dev.sightline.lab.report.Section;
import dev.sightline.lab.report.Table;
import dev.sightline.lab.report.Table.Cell;
import java.util.ArrayList;
import java.util.List;

/** What P11 found, in a table, bars and words: the mixed order first, then each contender with its lead over that. */
public record ReplayReport(Replay replay, List<Contender> contenders) {

    private static final int DECIMALS = 3;

    public ReplayReport {
        contenders = List.copyOf(contenders);
    }

    /** The section {@code p11}. */
    public Section section() {
        List<ReplayEstimate> estimates = new ArrayList<>(List.of(replay.estimate(Contender.mixed())));
        contenders.forEach(contender -> estimates.add(replay.estimate(contender)));
        return Section.of(
                "p11", "P11: Replay of the log", summary(), List.of(table(estimates)), List.of(bars(estimates)));
    }

    private String summary() {
        return "From the %d of %d logged answers whose order was drawn at random and that %d users saw: %s an answer that other orders of the same results would have earned. Weights are 1 / propensity; the self-normalised figure is the one to use; intervals draw whole users. What was never shown cannot be estimated, and results are taken not to influence each other."
                .formatted(replay.drawnAnswers(), replay.answers(), replay.users(), actions());
    }

    private Table table(List<ReplayEstimate> estimates) {
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(List.of(
                new Cell.Text("drawn orders, as they were"),
                new Cell.Estimate(replay.logged(), DECIMALS),
                new Cell.Missing("no estimate"),
                new Cell.Missing("no estimate"),
                new Cell.Missing("no estimate"),
                new Cell.Missing("nothing to lead")));
        for (int i = 0; i < estimates.size(); i++) {
            rows.add(row(estimates.get(i), i == 0 ? new Cell.Missing("itself") : lead(contenders.get(i - 1))));
        }
        return new Table(
                "p11-replay",
                "%s an answer by order of results".formatted(actions()),
                List.of(
                        "order",
                        "self-normalised",
                        "inverse propensity",
                        "effective sample size",
                        "matched places",
                        "lead over the mixed order"),
                rows);
    }

    private static List<Cell> row(ReplayEstimate estimate, Cell lead) {
        return List.of(
                new Cell.Text(estimate.contender()),
                new Cell.Estimate(estimate.selfNormalized(), DECIMALS),
                new Cell.Estimate(estimate.inversePropensity(), DECIMALS),
                new Cell.Decimal(estimate.effectiveSize(), 1),
                new Cell.Count(estimate.matches()),
                lead);
    }

    private Cell lead(Contender contender) {
        Interval lead = replay.lead(contender, Contender.mixed());
        return new Cell.Estimate(lead, DECIMALS);
    }

    private Plot bars(List<ReplayEstimate> estimates) {
        List<Plot.Bars.Bar> bars = new ArrayList<>();
        bars.add(new Plot.Bars.Bar("drawn orders", replay.logged()));
        estimates.forEach(estimate -> bars.add(new Plot.Bars.Bar(estimate.contender(), estimate.selfNormalized())));
        return new Plot.Bars(
                "p11-replay",
                "%s an answer by order of results".formatted(actions()),
                new Plot.Axis("%s an answer".formatted(actions()), false),
                bars);
    }

    private String actions() {
        return replay.kind().slug() + "s";
    }
}
