package dev.sightline.lab.detection;

import dev.sightline.visual.DetectedObject;
import java.util.List;

/** What a detector found in one picture, the surest first, and how many milliseconds it took from pixels to boxes. */
public record TimedDetections(double millis, List<DetectedObject> objects) {

    public TimedDetections {
        objects = List.copyOf(objects);
    }
}
