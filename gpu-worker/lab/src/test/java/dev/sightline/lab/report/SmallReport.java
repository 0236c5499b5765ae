package dev.sightline.lab.report;

import dev.sightline.lab.metrics.Interval;
import dev.sightline.lab.report.Plot.Axis;
import dev.sightline.lab.report.Plot.Lines;
import dev.sightline.lab.report.Plot.Point;
import dev.sightline.lab.report.Plot.Series;
import dev.sightline.lab.report.Table.Cell;
import java.util.List;

/** A report whose every character can be checked by eye. */
final class SmallReport {

    private SmallReport() {}

    static Report report() {
        return of(table());
    }

    static Report of(Table table) {
        return new Report(
                "Small",
                SampleReport.provenance(),
                List.of(Section.of("p1", "P1: precision", "What the numbers say.", List.of(table), List.of(plot()))));
    }

    static Table table() {
        return new Table(
                "p1",
                "Precision",
                List.of("features", "bytes", "P@10", "recall"),
                List.of(
                        List.of(
                                new Cell.Text("dense | L2"),
                                new Cell.Count(5120),
                                new Cell.Estimate(new Interval(0.532, 0.491, 0.573), 3),
                                new Cell.Decimal(1, 2)),
                        List.of(
                                new Cell.Text("<b>&\""),
                                new Cell.Count(160),
                                new Cell.Estimate(new Interval(0.5, 0.25, 0.625), 3),
                                new Cell.Missing("no index"))));
    }

    static Lines plot() {
        var series = new Series("dense", List.of(Point.of(1, 0.5), new Point(10, new Interval(0.25, 0.125, 0.5))));
        return new Lines("curve", "Curve", new Axis("k", false), new Axis("precision", false), List.of(series));
    }
}
