package dev.sightline.lab.detection;

import dev.sightline.imaging.NormalizedImage;
import dev.sightline.inference.DetectionLimits;
import dev.sightline.inference.ObjectDetector;
import dev.sightline.visual.DetectedObject;
import dev.sightline.visual.ModelRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds in a picture what a test says, by the picture's width; keeps score floor and caps; counts what happens to it. */
public final class FakeDetector {

    private final Map<Integer, List<DetectedObject>> byWidth;
    private final List<String> happened = new ArrayList<>();

    public FakeDetector(Map<Integer, List<DetectedObject>> byWidth) {
        this.byWidth = Map.copyOf(byWidth);
    }

    /** The detector under this id, knowing these labels. */
    public DetectorCandidate candidate(String id, Set<String> labels) {
        return new DetectorCandidate(ModelRef.builtIn(id, "1", id), labels, DetectionLimits.DEFAULT, limits -> {
            happened.add("open");
            return new Opened(limits);
        });
    }

    /** "open", "detect" and "close", as they came. */
    public List<String> happened() {
        return List.copyOf(happened);
    }

    private final class Opened implements ObjectDetector {

        private final DetectionLimits limits;

        Opened(DetectionLimits limits) {
            this.limits = limits;
        }

        @Override
        public List<DetectedObject> detect(NormalizedImage image) {
            happened.add("detect");
            return byWidth.getOrDefault(image.width(), List.of()).stream()
                    .filter(object -> object.confidence() >= limits.minConfidence())
                    .limit(limits.maxObjects())
                    .toList();
        }

        @Override
        public void close() {
            happened.add("close");
        }
    }
}
