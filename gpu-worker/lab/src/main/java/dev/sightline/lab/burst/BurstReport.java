package dev.sightline.lab.burst;

import dev.sightline.lab.report.Plot;
import dev.sightline.lab.report.Section;
import dev.sightline.lab.report.Table;
import dev.sightline.lab.report.Table.Cell;
import dev.sightline.lab.scale.DomainSize;
import dev.sightline.lab.scale.Figure;
import dev.sightline.lab.scale.WorkerKind;
import dev.sightline.lab.scale.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What became of some bursts, as deployed and with more workers and batches at once: tables of all, and curves of each. */
public final class BurstReport {

    /** The burst that is run with other policies too. */
    private static final long SWEPT = 10_000_000;

    private static final double SECONDS_PER_MINUTE = 60;
    private static final double SECONDS_PER_HOUR = 3600;

    private final Scenarios scenarios;
    private final List<Run> runs;

    private BurstReport(Scenarios scenarios, List<Run> runs) {
        this.scenarios = scenarios;
        this.runs = runs;
    }

    /** One burst, in both ways. */
    private record Run(long images, Outcome deployed, Outcome raised) {}

    /** Simulates bursts of so many images each. */
    public static BurstReport of(Scenarios scenarios, List<Long> bursts) {
        Scenarios raised = scenarios.raised();
        List<Run> runs = bursts.stream()
                .map(images -> new Run(images, Simulation.run(scenarios.of(images)), Simulation.run(raised.of(images))))
                .toList();
        return new BurstReport(scenarios, runs);
    }

    /** The section {@code bursts}. */
    public Section section() {
        List<Plot> plots = new ArrayList<>();
        runs.forEach(run -> plots.addAll(new BurstCurves(run.images(), run.deployed(), run.raised()).plots()));
        return Section.of(
                "bursts",
                "Bursts",
                summary(),
                List.of(deployed(), raised(), new BacklogSweep(scenarios, SWEPT).table()),
                plots);
    }

    private String summary() {
        return String.format(
                Locale.ROOT,
                "Simulated second by second, seed %d. Images come at %.0f a second to a system without GPU workers, whose domain is the cheapest for as"
                        + " many images (at least 1 M) and is asked %s queries a second meanwhile. A GPU worker does %.0f images/s; those that answer"
                        + " queries take %.0f images/s in all beside. GPU workers are scaled in steps by the messages that wait for each, seen each"
                        + " %.0f s, ready %.0f s later. Spot instances, all but %.0f, are lost without a warning, at %s an hour each.",
                scenarios.seed(),
                figure(Figure.UPLOADS_PER_SECOND),
                text(scenarios.queriesPerSecond()),
                WorkerKind.GPU.imagesPerSecond(scenarios.figures()),
                figure(Figure.MIN_ANALYZERS) * figure(Figure.ANALYZER_IMAGES),
                figure(Figure.SCALING_PERIOD),
                figure(Figure.WORKER_BOOT),
                figure(Figure.ON_DEMAND_WORKERS),
                text(figure(Figure.SPOT_LOSSES)));
    }

    private double figure(Figure figure) {
        return scenarios.figures().of(figure);
    }

    private static String text(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.2f", value);
    }

    private Table deployed() {
        return table("deployed", "As deployed: " + limits(scenarios), Run::deployed);
    }

    private Table raised() {
        return table("raised", "The same bursts with more: " + limits(scenarios.raised()), Run::raised);
    }

    private static String limits(Scenarios scenarios) {
        return String.format(
                Locale.ROOT,
                "at most %.0f workers, and %.0f batches at once for each function",
                scenarios.figures().of(Figure.MAX_WORKERS),
                scenarios.figures().of(Figure.MAX_CONCURRENCY));
    }

    private Table table(String name, String caption, Function<Run, Outcome> outcome) {
        return new Table(
                name,
                caption,
                List.of(
                        "images",
                        "domain",
                        "all found after",
                        "most wait in",
                        "largest backlog",
                        "half within",
                        "95 % within",
                        "last within",
                        "workers",
                        "starts",
                        "lost",
                        "hours",
                        "USD"),
                runs.stream().map(run -> row(run.images(), outcome.apply(run))).toList());
    }

    private List<Cell> row(long images, Outcome outcome) {
        DomainSize domain = scenarios.domain(images);
        Outcome.FleetUse fleet = outcome.fleet();
        double cost = fleet.hours() * WorkerKind.GPU.costPerHour(scenarios.figures(), scenarios.prices());
        boolean allFound = outcome.found() == images;
        return List.of(
                new Cell.Text(Workload.inWords(images)),
                new Cell.Text("%d x %s".formatted(domain.nodes(), domain.kind().awsName())),
                new Cell.Text(allFound ? duration(outcome.seconds()) : "never: messages end after 14 days"),
                new Cell.Text(outcome.bottleneck().words()),
                new Cell.Count(outcome.peakBacklog()),
                new Cell.Text(duration(outcome.waits().median())),
                new Cell.Text(duration(outcome.waits().p95())),
                new Cell.Text(duration(outcome.waits().longest())),
                new Cell.Count(fleet.mostWorkers()),
                new Cell.Count(fleet.started()),
                new Cell.Count(fleet.lost()),
                new Cell.Decimal(fleet.hours(), 1),
                new Cell.Decimal(cost, 2));
    }

    /** {@code 45 s}, {@code 9.5 min}, {@code 13.9 h}. */
    static String duration(long seconds) {
        if (seconds < 2 * SECONDS_PER_MINUTE) {
            return seconds + " s";
        }
        return seconds < 2 * SECONDS_PER_HOUR
                ? String.format(Locale.ROOT, "%.1f min", seconds / SECONDS_PER_MINUTE)
                : String.format(Locale.ROOT, "%.1f h", seconds / SECONDS_PER_HOUR);
    }
}
