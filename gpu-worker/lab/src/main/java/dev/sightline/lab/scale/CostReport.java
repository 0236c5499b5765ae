package dev.sightline.lab.scale;

import dev.sightline.lab.report.Section;
import dev.sightline.lab.report.Table;
import dev.sightline.lab.report.Table.Cell;
import java.util.ArrayList;
import java.util.List;

/** What workloads cost: each month, to index 1,000 images, and for a million queries. */
record CostReport(List<Workload> workloads, QuantityTable<Figure> figures, QuantityTable<Price> prices) {

    private static final double THOUSAND = 1000;

    CostReport {
        workloads = List.copyOf(workloads);
    }

    /** The section {@code costs}. */
    Section section() {
        return Section.of(
                "costs",
                "Costs",
                "In USD, with prices of %s, %s. %s".formatted(prices.date(), prices.region(), prices.note()),
                List.of(monthTable(), imagesTable(), queriesTable()),
                List.of());
    }

    private Table monthTable() {
        SizingTable table = new SizingTable(workloads);
        List<String> names = costs(workloads.getFirst()).perMonth().stream()
                .map(Costs.Line::name)
                .toList();
        for (int i = 0; i < names.size(); i++) {
            int line = i;
            table.decimal(
                    names.get(i),
                    "USD a month",
                    0,
                    workload -> costs(workload).perMonth().get(line).usd());
        }
        return table.decimal(
                        "all of this",
                        "USD a month",
                        0,
                        workload -> Costs.sum(costs(workload).perMonth()))
                .decimal(
                        "the same over 1,000 images",
                        "USD a month",
                        3,
                        workload -> Costs.sum(costs(workload).perMonth()) / workload.images() * THOUSAND)
                .decimal(
                        "the same over a million queries",
                        "USD",
                        2,
                        workload -> costs(workload).standingPerMillionQueries())
                .table("month", "What stands each month");
    }

    private Table imagesTable() {
        Costs costs = costs(workloads.getFirst());
        List<Costs.Line> gpu = costs.perThousandImages(WorkerKind.GPU);
        List<Costs.Line> cpu = costs.perThousandImages(WorkerKind.CPU);
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < gpu.size(); i++) {
            String name = i == 0 ? "workers" : gpu.get(i).name();
            rows.add(costRow(name, gpu.get(i).usd(), cpu.get(i).usd()));
        }
        rows.add(costRow("all of this", Costs.sum(gpu), Costs.sum(cpu)));
        return new Table(
                "images",
                "To index 1,000 images, once",
                List.of("what", "USD with GPU workers", "USD with CPU workers"),
                rows);
    }

    private static List<Cell> costRow(String name, double gpu, double cpu) {
        return List.of(new Cell.Text(name), new Cell.Decimal(gpu, 5), new Cell.Decimal(cpu, 5));
    }

    private Table queriesTable() {
        List<Costs.Line> lines = costs(workloads.getFirst()).perMillionQueries();
        List<List<Cell>> rows = new ArrayList<>();
        lines.forEach(line -> rows.add(List.of(new Cell.Text(line.name()), new Cell.Decimal(line.usd(), 2))));
        rows.add(List.of(new Cell.Text("all of this"), new Cell.Decimal(Costs.sum(lines), 2)));
        return new Table(
                "queries", "For a million queries, beside what stands each month", List.of("what", "USD"), rows);
    }

    private Costs costs(Workload workload) {
        return new Costs(workload, figures, prices);
    }
}
