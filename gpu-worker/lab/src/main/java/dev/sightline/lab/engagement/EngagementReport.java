package dev.sightline.lab.engagement;

import dev.sightline.events.EngagementKind;
import dev.sightline.lab.metrics.Interval;
import dev.sightline.lab.report.Plot;
import dev.sightline.lab.report.Section;
import dev.sightline.lab.report.Table;
import dev.sightline.lab.report.Table.Cell;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Protocol P10: save propensity, rates of clicks and lift of each variant, over all and by category.
 *
 * <p>{@code baseline}: the variant that the others are compared with; {@code seed}: of the resampling.
 */
public record EngagementReport(ExportedLog log, String baseline, long seed) {

    private static final int DECIMALS = 3;
    private static final Plot.Axis PROPENSITY = new Plot.Axis("users who saved / users who saw", false);
    private static final Plot.Axis LIFT = new Plot.Axis("lift of save propensity", false);

    /**
     * The section {@code p10}.
     *
     * @throws SightlineException with {@link ErrorCode#INVALID_REQUEST} if no event belongs to the baseline
     */
    public Section toSection() {
        var grouping = new Grouping(log);
        List<Group> variants = grouping.variants();
        require(variants);
        List<Plot> plots = new ArrayList<>(List.of(propensities(variants)));
        lifts(variants).ifPresent(plots::add);
        return Section.of(
                "p10",
                "Save propensity of each variant",
                summary(grouping, variants),
                List.of(table(variants), byCategory(grouping)),
                plots);
    }

    private void require(List<Group> variants) {
        if (find(variants).isEmpty()) {
            throw new SightlineException(
                    ErrorCode.INVALID_REQUEST,
                    "expected events of the variant '%s' to compare with, got variants %s"
                            .formatted(
                                    baseline, variants.stream().map(Group::name).toList()));
        }
    }

    private Optional<Group> find(List<Group> variants) {
        return variants.stream().filter(group -> group.name().equals(baseline)).findFirst();
    }

    private String summary(Grouping grouping, List<Group> variants) {
        long tooFew = others(variants).stream()
                .filter(lift -> lift.tooFew().isPresent())
                .count();
        return ("%d answers and %d events; %d events belong to answers that are not in the log, and count nowhere. Save propensity is users who saved"
                        + " by users who saw; rates of clicks are clicks by impressions. Lifts are against '%s', with 95 %% intervals by resampling"
                        + " users, seed %d; %d of %d variants have too few users for one. Answers in drawn order are no variant's and stand apart.")
                .formatted(
                        log.answers().size(),
                        log.events().size(),
                        grouping.strangers(),
                        baseline,
                        seed,
                        tooFew,
                        others(variants).size());
    }

    private List<Lift> others(List<Group> groups) {
        return find(groups).stream()
                .flatMap(base -> groups.stream()
                        .filter(group ->
                                !group.name().equals(baseline) && !group.name().equals(Grouping.DRAWN))
                        .map(group -> new Lift(group, base, seed)))
                .toList();
    }

    private Table table(List<Group> variants) {
        return new Table(
                "variants",
                "Each variant over all categories",
                List.of(
                        "variant",
                        "users who saw",
                        "users who saved",
                        "save propensity",
                        "click rate",
                        "long-click rate",
                        "lift"),
                variants.stream().map(group -> row(group, variants)).toList());
    }

    private List<Cell> row(Group group, List<Group> among) {
        return List.of(
                new Cell.Text(group.name()),
                new Cell.Count(group.saw()),
                new Cell.Count(group.saved()),
                new Cell.Decimal(group.savePropensity(), DECIMALS),
                new Cell.Decimal(group.rate(EngagementKind.CLICK), DECIMALS),
                new Cell.Decimal(group.rate(EngagementKind.LONG_CLICK), DECIMALS),
                lift(group, among));
    }

    private Cell lift(Group group, List<Group> among) {
        if (group.name().equals(baseline)) {
            return new Cell.Missing("the others are compared with it");
        }
        if (group.name().equals(Grouping.DRAWN)) {
            return new Cell.Missing("no variant");
        }
        return find(among)
                .map(base -> new Lift(group, base, seed))
                .map(EngagementReport::cell)
                .orElse(new Cell.Missing("nothing to compare with"));
    }

    private static Cell cell(Lift lift) {
        return lift.tooFew().<Cell>map(Cell.Missing::new).orElseGet(() -> new Cell.Estimate(lift.interval(), DECIMALS));
    }

    private Table byCategory(Grouping grouping) {
        List<List<Cell>> rows = new ArrayList<>();
        grouping.categories()
                .forEach((category, groups) -> groups.forEach(group -> {
                    List<Cell> row = new ArrayList<>(row(group, groups));
                    row.addFirst(new Cell.Text(category));
                    rows.add(row);
                }));
        return new Table(
                "categories",
                "The same by category of the result",
                List.of(
                        "category",
                        "variant",
                        "users who saw",
                        "users who saved",
                        "save propensity",
                        "click rate",
                        "long-click rate",
                        "lift"),
                rows);
    }

    private static Plot propensities(List<Group> variants) {
        return new Plot.Bars(
                "propensity",
                "Save propensity of each variant",
                PROPENSITY,
                variants.stream()
                        .map(group -> new Plot.Bars.Bar(group.name(), exact(group.savePropensity())))
                        .toList());
    }

    private Optional<Plot> lifts(List<Group> variants) {
        List<Plot.Bars.Bar> bars = others(variants).stream()
                .filter(lift -> lift.tooFew().isEmpty())
                .map(lift -> new Plot.Bars.Bar(lift.group().name(), lift.interval()))
                .toList();
        return bars.isEmpty()
                ? Optional.empty()
                : Optional.of(new Plot.Bars("lift", "Lift against " + baseline, LIFT, bars));
    }

    private static Interval exact(double value) {
        return new Interval(value, value, value);
    }
}
