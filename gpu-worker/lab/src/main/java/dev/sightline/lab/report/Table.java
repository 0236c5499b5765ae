package dev.sightline.lab.report;

import dev.sightline.lab.metrics.Interval;
import java.util.List;

/**
 * Numbers in rows and columns; {@code name} is short and stable, since programs find a table by it.
 *
 * @throws IllegalArgumentException if the name has characters other than letters, digits, dots, dashes and underscores, two columns
 *     have the same name, or a row has another number of cells than there are columns
 */
public record Table(String name, String caption, List<String> columns, List<List<Cell>> rows) {

    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        Name.checked(name);
        Name.checkDistinct("columns", columns);
        for (List<Cell> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "expected %d cells in each row of %s, got %d".formatted(columns.size(), name, row.size()));
            }
        }
    }

    /** What stands in one place of a table. */
    public sealed interface Cell {

        /** Words. */
        record Text(String text) implements Cell {}

        /** A whole number. */
        record Count(long count) implements Cell {}

        /** A finite number, shown with that many decimals; use {@link Missing} where there is none. */
        record Decimal(double value, int decimals) implements Cell {
            public Decimal {
                checkFinite(value);
            }
        }

        /** An estimate with its interval, both finite, shown with that many decimals. */
        record Estimate(Interval interval, int decimals) implements Cell {
            public Estimate {
                checkFinite(interval.low());
                checkFinite(interval.high());
            }
        }

        /** No value, and why. */
        record Missing(String reason) implements Cell {}

        private static void checkFinite(double value) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("expected a finite number or a missing cell, got " + value);
            }
        }
    }
}
