package dev.sightline.lab.scale;

import dev.sightline.lab.report.Table;
import dev.sightline.lab.report.Table.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** Rows of quantities, with a column for each workload. Not thread-safe: it is filled row by row. */
final class SizingTable {

    private static final double GIB = 1L << 30;

    private final List<Workload> workloads;
    private final List<List<Cell>> rows = new ArrayList<>();

    SizingTable(List<Workload> workloads) {
        this.workloads = List.copyOf(workloads);
    }

    SizingTable count(String name, String unit, ToLongFunction<Workload> value) {
        return row(name, unit, workload -> new Cell.Count(value.applyAsLong(workload)));
    }

    SizingTable decimal(String name, String unit, int decimals, ToDoubleFunction<Workload> value) {
        return row(name, unit, workload -> new Cell.Decimal(value.applyAsDouble(workload), decimals));
    }

    SizingTable gib(String name, ToDoubleFunction<Workload> bytes) {
        return decimal(name, "GiB", 1, workload -> bytes.applyAsDouble(workload) / GIB);
    }

    SizingTable words(String name, Function<Workload, String> value) {
        return row(name, "", workload -> new Cell.Text(value.apply(workload)));
    }

    private SizingTable row(String name, String unit, Function<Workload, Cell> cell) {
        rows.add(Stream.concat(
                        Stream.of(new Cell.Text(name), new Cell.Text(unit)),
                        workloads.stream().map(cell))
                .toList());
        return this;
    }

    Table table(String name, String caption) {
        List<String> columns = Stream.concat(
                        Stream.of("what", "unit"),
                        workloads.stream().map(workload -> Workload.inWords(workload.images()) + " images"))
                .toList();
        return new Table(name, caption, columns, rows);
    }
}
