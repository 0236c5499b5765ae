package dev.sightline.lab.detection;

import dev.sightline.lab.detection.PrecisionRecallCurve.Point;
import java.util.Comparator;
import java.util.Optional;

/**
 * What score floors do to one detector: {@code tuning} and {@code evaluation} are its runs on two halves of a data set, as deployed but
 * with a floor so low that every other one can be judged from them. A lower floor only adds detections, since of overlapping boxes the
 * surer ones stay and caps keep the surest. A box counts under its right name at IoU {@value #OVERLAP}.
 */
record MeasuredFloor(DetectorRun tuning, DetectorRun evaluation) {

    static final double OVERLAP = 0.5;

    /** The floor with the best F1 on the tuning half, the highest of equally good ones; none if nothing was detected. */
    Optional<Point> best() {
        return curve(tuning).points().stream()
                .max(Comparator.comparingDouble(MeasuredFloor::f1).thenComparingDouble(Point::confidence));
    }

    /** The floor with which the detector is deployed. */
    double inUse() {
        return tuning.detector().serving().minConfidence();
    }

    /** What the floor in use does on one of the two runs; none if no detection reaches it. */
    Optional<Point> inUse(DetectorRun run) {
        return curve(run).at(inUse());
    }

    /** The harmonic mean of precision and recall, 0..1; 0 if both are. */
    static double f1(Point point) {
        double sum = point.precision() + point.recall();
        return sum == 0 ? 0 : 2 * point.precision() * point.recall() / sum;
    }

    private static PrecisionRecallCurve curve(DetectorRun run) {
        return PrecisionRecallCurve.of(run.judged(OVERLAP).labelled());
    }
}
