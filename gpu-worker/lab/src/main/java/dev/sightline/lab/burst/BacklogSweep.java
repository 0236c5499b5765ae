package dev.sightline.lab.burst;

import dev.sightline.lab.report.Table;
import dev.sightline.lab.report.Table.Cell;
import dev.sightline.lab.scale.Figure;
import dev.sightline.lab.scale.WorkerKind;
import dev.sightline.lab.scale.Workload;
import java.util.List;

/**
 * The same burst with other numbers of waiting messages for which there is one more worker. Far fewer than a worker does while another one
 * boots, and workers come in numbers, find little left, go, and come again.
 */
record BacklogSweep(Scenarios scenarios, long images) {

    private static final List<Integer> BACKLOGS = List.of(100, 1_000, 5_000, 20_000, 40_000, 100_000, 400_000);

    Table table() {
        return new Table(
                "backlog-per-worker",
                "A burst of %s images by the backlog for which there is one more worker"
                        .formatted(Workload.inWords(images)),
                List.of(
                        "messages a worker",
                        "until all are found",
                        "half found within",
                        "most workers",
                        "starts",
                        "worker hours",
                        "USD for workers"),
                BACKLOGS.stream().map(this::row).toList());
    }

    private List<Cell> row(int backlog) {
        var changed = new Scenarios(
                scenarios.figures().with(Figure.BACKLOG_PER_WORKER, backlog),
                scenarios.prices(),
                scenarios.queriesPerSecond(),
                scenarios.seed());
        Outcome outcome = Simulation.run(changed.of(images));
        Outcome.FleetUse fleet = outcome.fleet();
        return List.of(
                new Cell.Count(backlog),
                new Cell.Text(BurstReport.duration(outcome.seconds())),
                new Cell.Text(BurstReport.duration(outcome.waits().median())),
                new Cell.Count(fleet.mostWorkers()),
                new Cell.Count(fleet.started()),
                new Cell.Decimal(fleet.hours(), 1),
                new Cell.Decimal(
                        fleet.hours() * WorkerKind.GPU.costPerHour(scenarios.figures(), scenarios.prices()), 2));
    }
}
