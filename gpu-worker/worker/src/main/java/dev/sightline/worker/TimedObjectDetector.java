package dev.sightline.worker;

import dev.sightline.imaging.NormalizedImage;
import dev.sightline.inference.ObjectDetector;
import dev.sightline.visual.DetectedObject;
import java.util.List;

/** A detector whose time is recorded. */
record TimedObjectDetector(ObjectDetector detector, WorkerMetrics metrics) implements ObjectDetector {

    @Override
    public List<DetectedObject> detect(NormalizedImage image) {
        return metrics.time(WorkerMetrics.Stage.DETECT, () -> detector.detect(image));
    }

    @Override
    public void close() {
        detector.close();
    }
}
