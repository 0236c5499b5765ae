package dev.sightline.lab.detection;

import dev.sightline.lab.metrics.GroupBootstrap;
import dev.sightline.lab.metrics.Interval;
import dev.sightline.lab.report.Table;
import dev.sightline.lab.report.Table.Cell;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedSet;
import java.util.function.ToDoubleFunction;

/** The tables of P6. {@code resamples} and {@code seed} decide the intervals. */
record DetectionTables(long seed, int resamples) {

    private static final int DECIMALS = 3;
    private static final Cell NO_OBJECT = new Cell.Missing("no object to find");
    private static final Cell NO_DETECTION = new Cell.Missing("nothing detected");

    /** mAP under open limits, by cap on proposals and overlap. */
    Table quality(List<DetectorRun> runs) {
        List<List<Cell>> rows = new ArrayList<>();
        for (DetectorRun run : runs) {
            for (double overlap : DetectorComparison.OVERLAPS) {
                rows.add(quality(run, overlap));
            }
        }
        return new Table(
                "p6-quality",
                "AP under open limits. mAP: mean over the categories that the detector knows and the data set holds; boxes: every"
                        + " object of the data set, by its place alone",
                List.of("data set", "detector", "proposals", "IoU", "objects", "mAP", "AP of boxes"),
                rows);
    }

    private List<Cell> quality(DetectorRun run, double overlap) {
        JudgedPictures judged = run.judged(overlap);
        var categories = new MeanAveragePrecision(judged.categories().values());
        var boxes = new RankedDetections(judged.boxes());
        GroupBootstrap bootstrap = bootstrap(run);
        return List.of(
                new Cell.Text(run.dataSet().name()),
                new Cell.Text(run.detectorName()),
                new Cell.Count(run.limits().maxProposals()),
                new Cell.Decimal(overlap, 1),
                new Cell.Count(boxes.curve().objects()),
                estimate(bootstrap.interval(categories::value), NO_OBJECT),
                estimate(bootstrap.interval(times -> boxes.curve(times).averagePrecision()), NO_OBJECT));
    }

    /** Precision and recall of detectors as they are deployed. */
    Table served(List<DetectorRun> runs) {
        List<List<Cell>> rows = new ArrayList<>();
        for (DetectorRun run : runs) {
            for (double overlap : DetectorComparison.OVERLAPS) {
                rows.add(served(run, overlap));
            }
        }
        return new Table(
                "p6-served",
                "Precision and recall as served. First two: under the right name, over objects that the detector can name; boxes:"
                        + " every object, by its place alone",
                List.of(
                        "data set",
                        "detector",
                        "floor",
                        "IoU",
                        "precision",
                        "recall",
                        "precision of boxes",
                        "recall of boxes"),
                rows);
    }

    private List<Cell> served(DetectorRun run, double overlap) {
        JudgedPictures judged = run.judged(overlap);
        var labelled = new RankedDetections(judged.labelled());
        var boxes = new RankedDetections(judged.boxes());
        GroupBootstrap bootstrap = bootstrap(run);
        return List.of(
                new Cell.Text(run.dataSet().name()),
                new Cell.Text(run.detectorName()),
                new Cell.Decimal(run.limits().minConfidence(), 2),
                new Cell.Decimal(overlap, 1),
                precision(labelled, bootstrap),
                recall(labelled, bootstrap),
                precision(boxes, bootstrap),
                recall(boxes, bootstrap));
    }

    private static Cell precision(RankedDetections detections, GroupBootstrap bootstrap) {
        return estimate(
                bootstrap.interval(times -> last(detections.curve(times), PrecisionRecallCurve.Point::precision)),
                NO_DETECTION);
    }

    private static Cell recall(RankedDetections detections, GroupBootstrap bootstrap) {
        return estimate(bootstrap.interval(times -> recall(detections.curve(times))), NO_OBJECT);
    }

    private static OptionalDouble recall(PrecisionRecallCurve curve) {
        return curve.objects() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        last(curve, PrecisionRecallCurve.Point::recall).orElse(0));
    }

    private static OptionalDouble last(
            PrecisionRecallCurve curve, ToDoubleFunction<PrecisionRecallCurve.Point> figure) {
        return curve.at(0).stream().mapToDouble(figure).findFirst();
    }

    /** AP of each category that a data set holds and a detector knows: one column per detector and overlap. */
    Table categories(List<DetectorRun> runs) {
        SequencedSet<BoxedDataSet> dataSets = new LinkedHashSet<>();
        runs.forEach(run -> dataSets.add(run.dataSet()));
        List<List<Cell>> rows = new ArrayList<>();
        for (BoxedDataSet dataSet : dataSets) {
            List<DetectorRun> own =
                    runs.stream().filter(run -> run.dataSet().equals(dataSet)).toList();
            rows.addAll(CategoryColumns.of(own).rows());
        }
        List<String> columns = new ArrayList<>(List.of("data set", "category", "objects"));
        new LinkedHashSet<>(runs.stream().map(DetectorRun::detectorName).toList())
                .forEach(detector -> DetectorComparison.OVERLAPS.forEach(
                        overlap -> columns.add("%s, IoU %s".formatted(detector, overlap))));
        return new Table("p6-categories", "AP of each category under open limits", columns, rows);
    }

    /** How long detectors take. */
    Table latency(List<DetectorRun> runs) {
        return new Table(
                "p6-latency",
                "Milliseconds from decoded pixels to boxes, one picture at a time, when the picture was first detected",
                List.of("data set", "detector", "floor", "proposals", "pictures", "p50", "p95"),
                runs.stream().map(DetectionTables::latency).toList());
    }

    private static List<Cell> latency(DetectorRun run) {
        return List.of(
                new Cell.Text(run.dataSet().name()),
                new Cell.Text(run.detectorName()),
                new Cell.Decimal(run.limits().minConfidence(), 2),
                new Cell.Count(run.limits().maxProposals()),
                new Cell.Count(run.found().size()),
                new Cell.Decimal(run.millis(0.5), 1),
                new Cell.Decimal(run.millis(0.95), 1));
    }

    private GroupBootstrap bootstrap(DetectorRun run) {
        return new GroupBootstrap(run.found().size(), resamples, seed);
    }

    private static Cell estimate(Optional<Interval> interval, Cell missing) {
        return interval.<Cell>map(value -> new Cell.Estimate(value, DECIMALS)).orElse(missing);
    }
}
