package dev.sightline.lab.detection;

import dev.sightline.lab.report.Plot;
import java.util.ArrayList;
import java.util.List;

/** The curves of several detectors on one data set: a box counts only under its right name, all categories together. */
final class PrecisionRecallPlot {

    private static final int MOST_POINTS = 200;

    private PrecisionRecallPlot() {}

    static Plot of(BoxedDataSet dataSet, List<DetectorRun> runs, double overlap) {
        return new Plot.Lines(
                "p6-curve-%s-%.0f".formatted(dataSet.slug(), overlap * 100),
                "Precision and recall on %s at IoU %s".formatted(dataSet.name(), overlap),
                new Plot.Axis("recall", false),
                new Plot.Axis("precision", false),
                runs.stream().map(run -> series(run, overlap)).toList());
    }

    private static Plot.Series series(DetectorRun run, double overlap) {
        PrecisionRecallCurve curve = PrecisionRecallCurve.of(run.judged(overlap).labelled());
        return new Plot.Series(
                run.detectorName(),
                thinned(curve.points()).stream()
                        .map(point -> Plot.Point.of(point.recall(), point.precision()))
                        .toList());
    }

    /** Evenly chosen points, the first and the last among them. */
    static <T> List<T> thinned(List<T> points) {
        if (points.size() <= MOST_POINTS) {
            return points;
        }
        List<T> some = new ArrayList<>();
        for (int i = 0; i < MOST_POINTS; i++) {
            some.add(points.get((int) ((long) i * (points.size() - 1) / (MOST_POINTS - 1))));
        }
        return some;
    }
}
