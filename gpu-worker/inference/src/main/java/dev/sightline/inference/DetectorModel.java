package dev.sightline.inference;

import dev.sightline.visual.ModelRef;
import java.nio.file.Path;
import java.util.List;

/**
 * One loaded detector. Safe for all threads; what {@link #newDetector} gives is not, so each thread has its own. Close those before
 * the model.
 */
public final class DetectorModel implements AutoCloseable {

    private final DjlModel model;

    private DetectorModel(DjlModel model) {
        this.model = model;
    }

    /**
     * Reads, verifies and loads the bundle of a folder, and runs it once, so that a model that does not fit its description is refused
     * here and not at the first image. {@code threads} compute one run (CPU only).
     *
     * @throws dev.sightline.visual.SightlineException with {@code INVALID_MODEL_BUNDLE}; the message names both values
     */
    public static DetectorModel load(Path folder, ComputeDevice device, int threads) {
        ModelBundle bundle = ModelBundle.read(folder);
        bundle.detectionOutputs();
        DetectorModel model = new DetectorModel(DjlModel.load(bundle, device, threads));
        try (ObjectDetector detector = model.newDetector(DetectionLimits.OPEN)) {
            detector.detect(TrialImage.BLACK);
        }
        return model;
    }

    /** Which detector this is. */
    public ModelRef ref() {
        return model.bundle().ref();
    }

    /** The categories that it knows. */
    public List<String> labels() {
        return model.bundle().labels();
    }

    /** These limits with the score floor that the bundle names, if it names one. */
    public DetectionLimits withOwnFloor(DetectionLimits limits) {
        return model.bundle().withOwnFloor(limits);
    }

    /** A detector for one thread under its own limits of these settings. */
    ObjectDetector newDetector(InferenceSettings settings) {
        return newDetector(settings.limitsOf(model.bundle()));
    }

    /** A detector for one thread. */
    public ObjectDetector newDetector(DetectionLimits limits) {
        return new DjlObjectDetector(model, limits);
    }

    /** For measurements of the model alone. */
    DjlModel model() {
        return model;
    }

    @Override
    public void close() {
        model.close();
    }
}
