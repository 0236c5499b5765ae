package dev.sightline.bench.figures;

import java.util.List;

/**
 * Wholes and the parts that they are made of, for example the stages of one image's time.
 *
 * @throws IllegalArgumentException if a row has another number of values than there are parts
 */
public record Stack(String id, String title, String unit, List<String> parts, List<Row> rows) {

    public Stack {
        parts = List.copyOf(parts);
        rows = List.copyOf(rows);
        for (Row row : rows) {
            if (row.values().size() != parts.size()) {
                throw new IllegalArgumentException("%s: expected %d values, got %d"
                        .formatted(row.name(), parts.size(), row.values().size()));
            }
        }
    }

    /** One whole; values in the order of the parts, zero or more. */
    public record Row(String name, List<Double> values) {
        public Row {
            values = List.copyOf(values);
        }

        double sum() {
            return values.stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    /** The largest whole. */
    public double largest() {
        return rows.stream().mapToDouble(Row::sum).max().orElse(0);
    }
}
