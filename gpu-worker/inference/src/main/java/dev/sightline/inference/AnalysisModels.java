package dev.sightline.inference;

import dev.sightline.imaging.ImageFormat;
import dev.sightline.imaging.NormalizedImage;
import dev.sightline.imaging.RgbPixels;
import dev.sightline.visual.Binarizer;
import dev.sightline.visual.ModelSet;
import java.nio.file.Path;
import java.util.List;

/**
 * The loaded models of one model set. Safe for all threads; what the {@code new} methods give is not, so each thread has its own.
 */
public final class AnalysisModels implements AutoCloseable {

    private static final int TRIAL_SIDE = 32;

    private final InferenceSettings settings;
    private final DjlModel detector;
    private final DjlModel embedder;
    private final Binarizer binarizer;
    private final ModelSet modelSet;

    private AnalysisModels(InferenceSettings settings, DjlModel detector, DjlModel embedder, Binarizer binarizer) {
        this.settings = settings;
        this.detector = detector;
        this.embedder = embedder;
        this.binarizer = binarizer;
        modelSet = new ModelSet(
                detector.bundle().ref(),
                embedder.bundle().ref(),
                binarizer.ref(),
                embedder.bundle().embeddingOutputs().embedding().dimensions(),
                binarizer.bits());
    }

    /**
     * Reads, verifies and loads the bundles, and runs each model once, so that a model that does not fit its description is refused
     * here and not at the first image.
     *
     * @throws dev.sightline.visual.SightlineException with {@code INVALID_MODEL_BUNDLE}; the message names both values
     */
    public static AnalysisModels load(InferenceSettings settings) {
        Path embedderFolder = settings.models().resolve(settings.embedder());
        ModelBundle detector = ModelBundle.read(settings.models().resolve(settings.detector()));
        ModelBundle embedder = ModelBundle.read(embedderFolder);
        detector.nanoDetOutputs();
        int dimensions = embedder.embeddingOutputs().embedding().dimensions();
        Binarizer binarizer = BinarizerFile.readOrZero(embedderFolder, dimensions);
        AnalysisModels models = new AnalysisModels(
                settings,
                DjlModel.load(detector, settings.device(), settings.threads()),
                DjlModel.load(embedder, settings.device(), settings.threads()),
                binarizer);
        models.tryOut();
        return models;
    }

    /** Which models these are. */
    public ModelSet modelSet() {
        return modelSet;
    }

    /** The calibrated binarizer, or the one with thresholds zero. */
    public Binarizer binarizer() {
        return binarizer;
    }

    /** A detector for one thread. */
    public ObjectDetector newDetector() {
        return new DjlObjectDetector(detector, settings.detectionLimits());
    }

    /** An embedder for one thread. */
    public ImageEmbedder newEmbedder() {
        return new DjlImageEmbedder(embedder, settings.labelLimits());
    }

    /** Detector and embedder for one thread, joined. */
    public ImageAnalyzer newAnalyzer() {
        return new ImageAnalyzer(modelSet, newDetector(), newEmbedder(), binarizer);
    }

    /** For measurements of the model alone. */
    DjlModel detectorModel() {
        return detector;
    }

    /** For measurements of the model alone. */
    DjlModel embedderModel() {
        return embedder;
    }

    private void tryOut() {
        RgbPixels black = RgbPixels.of(TRIAL_SIDE, TRIAL_SIDE, new int[TRIAL_SIDE * TRIAL_SIDE]);
        NormalizedImage trial = new NormalizedImage(ImageFormat.PNG, TRIAL_SIDE, TRIAL_SIDE, black);
        try (ObjectDetector firstDetector = newDetector();
                ImageEmbedder firstEmbedder = newEmbedder()) {
            firstDetector.detect(trial);
            firstEmbedder.embed(List.of(trial));
        }
    }

    @Override
    public void close() {
        detector.close();
        embedder.close();
    }
}
