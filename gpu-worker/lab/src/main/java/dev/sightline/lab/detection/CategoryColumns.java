package dev.sightline.lab.detection;

import dev.sightline.lab.report.Table.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The rows of one data set in the table of categories; each of {@code columns} holds the curve of each category that it knows. */
record CategoryColumns(BoxedDataSet dataSet, List<Map<String, PrecisionRecallCurve>> columns) {

    private static final int DECIMALS = 3;

    /** One column per run and overlap; all runs are over the same data set. */
    static CategoryColumns of(List<DetectorRun> runs) {
        List<Map<String, PrecisionRecallCurve>> columns = new ArrayList<>();
        for (DetectorRun run : runs) {
            for (double overlap : DetectorComparison.OVERLAPS) {
                columns.add(curves(run.judged(overlap)));
            }
        }
        return new CategoryColumns(runs.getFirst().dataSet(), columns);
    }

    private static Map<String, PrecisionRecallCurve> curves(JudgedPictures judged) {
        return judged.categories().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> PrecisionRecallCurve.of(entry.getValue())));
    }

    /** One row per category that the data set holds and some detector knows, by name. */
    List<List<Cell>> rows() {
        Set<String> categories = new TreeSet<>();
        for (BoxedPicture picture : dataSet.pictures()) {
            picture.objects().stream()
                    .filter(object -> !object.ignored())
                    .map(TrueObject::category)
                    .filter(this::isKnown)
                    .forEach(categories::add);
        }
        return categories.stream().map(this::row).toList();
    }

    private boolean isKnown(String category) {
        return columns.stream().anyMatch(curves -> curves.containsKey(category));
    }

    private List<Cell> row(String category) {
        List<Cell> row = new ArrayList<>();
        row.add(new Cell.Text(dataSet.name()));
        row.add(new Cell.Text(category));
        row.add(new Cell.Count(objects(category)));
        columns.forEach(curves -> row.add(cell(curves, category)));
        return row;
    }

    private long objects(String category) {
        return columns.stream()
                .map(curves -> curves.get(category))
                .filter(Objects::nonNull)
                .mapToLong(PrecisionRecallCurve::objects)
                .findFirst()
                .orElse(0);
    }

    private static Cell cell(Map<String, PrecisionRecallCurve> curves, String category) {
        PrecisionRecallCurve curve = curves.get(category);
        if (curve == null) {
            return new Cell.Missing("unknown to the detector");
        }
        OptionalDouble precision = curve.averagePrecision();
        return precision.isPresent()
                ? new Cell.Decimal(precision.getAsDouble(), DECIMALS)
                : new Cell.Missing("no object to find");
    }
}
