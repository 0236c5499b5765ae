package dev.sightline.lab.burst;

import dev.sightline.lab.report.Table;
import dev.sightline.lab.report.Table.Cell;
import dev.sightline.lab.scale.WorkerKind;
import dev.sightline.lab.scale.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The same burst with workers that are scaled in another way: in proportion to the backlog. If there is one more for far fewer messages than a
 * worker does while another one boots, workers come in numbers, find little left, go, and come again.
 */
record BacklogSweep(Scenarios scenarios, long images) {

    private static final List<Integer> BACKLOGS = List.of(100, 1_000, 5_000, 40_000, 200_000);

    Table table() {
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(row("in steps, as deployed", scenarios));
        BACKLOGS.forEach(backlog -> rows.add(row(
                String.format(Locale.ROOT, "one for each %,d that wait", backlog), scenarios.proportional(backlog))));
        return new Table(
                "scaling",
                "A burst of %s images by the way in which workers are scaled".formatted(Workload.inWords(images)),
                List.of("workers", "all found after", "half within", "most workers", "starts", "hours", "USD"),
                rows);
    }

    private List<Cell> row(String name, Scenarios way) {
        Outcome outcome = Simulation.run(way.of(images));
        Outcome.FleetUse fleet = outcome.fleet();
        return List.of(
                new Cell.Text(name),
                new Cell.Text(BurstReport.duration(outcome.seconds())),
                new Cell.Text(BurstReport.duration(outcome.waits().median())),
                new Cell.Count(fleet.mostWorkers()),
                new Cell.Count(fleet.started()),
                new Cell.Decimal(fleet.hours(), 1),
                new Cell.Decimal(
                        fleet.hours() * WorkerKind.GPU.costPerHour(scenarios.figures(), scenarios.prices()), 2));
    }
}
