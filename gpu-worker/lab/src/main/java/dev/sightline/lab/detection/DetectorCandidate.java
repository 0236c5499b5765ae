package dev.sightline.lab.detection;

import dev.sightline.inference.DetectionLimits;
import dev.sightline.inference.DetectorModel;
import dev.sightline.inference.ObjectDetector;
import dev.sightline.visual.ModelRef;
import java.util.Set;
import java.util.function.Function;

/**
 * A detector to be measured: which one it is, the categories that it knows, the limits under which it is deployed, and how to get one
 * under given limits.
 */
public record DetectorCandidate(
        ModelRef ref, Set<String> labels, DetectionLimits serving, Function<DetectionLimits, ObjectDetector> open) {

    public DetectorCandidate {
        labels = Set.copyOf(labels);
    }

    /** A loaded model, which must stay open while it is measured; deployed with its own score floor. */
    public static DetectorCandidate of(DetectorModel model) {
        return new DetectorCandidate(
                model.ref(),
                Set.copyOf(model.labels()),
                model.withOwnFloor(DetectionLimits.DEFAULT),
                model::newDetector);
    }
}
