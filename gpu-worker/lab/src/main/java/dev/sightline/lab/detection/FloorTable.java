package dev.sightline.lab.detection;

import dev.sightline.lab.detection.PrecisionRecallCurve.Point;
import dev.sightline.lab.report.Table;
import dev.sightline.lab.report.Table.Cell;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The table of P6 about score floors. */
final class FloorTable {

    private static final int DECIMALS = 3;
    private static final Cell NO_DETECTION = new Cell.Missing("nothing detected");

    private FloorTable() {}

    /** Three rows per detector and data set: the best floor on the tuning half, and the floor in use on both halves. */
    static Table of(List<MeasuredFloor> floors) {
        return new Table(
                "p6-floors",
                "Score floors of detectors as served otherwise, under the right name at IoU %s. best: the largest F1 on the tuning half"
                        .formatted(MeasuredFloor.OVERLAP),
                List.of("data set", "detector", "which", "floor", "F1", "precision", "recall"),
                floors.stream().flatMap(FloorTable::rows).toList());
    }

    private static Stream<List<Cell>> rows(MeasuredFloor floor) {
        Cell inUse = new Cell.Decimal(floor.inUse(), 2);
        Cell best = floor.best()
                .<Cell>map(point -> new Cell.Decimal(point.confidence(), 2))
                .orElse(NO_DETECTION);
        return Stream.of(
                row(floor.tuning(), "best", best, floor.best()),
                row(floor.tuning(), "in use", inUse, floor.inUse(floor.tuning())),
                row(floor.evaluation(), "in use", inUse, floor.inUse(floor.evaluation())));
    }

    private static List<Cell> row(DetectorRun run, String which, Cell floor, Optional<Point> point) {
        return List.of(
                new Cell.Text(run.dataSet().name()),
                new Cell.Text(run.detectorName()),
                new Cell.Text(which),
                floor,
                figure(point.map(MeasuredFloor::f1)),
                figure(point.map(Point::precision)),
                figure(point.map(Point::recall)));
    }

    private static Cell figure(Optional<Double> value) {
        return value.<Cell>map(figure -> new Cell.Decimal(figure, DECIMALS)).orElse(NO_DETECTION);
    }
}
