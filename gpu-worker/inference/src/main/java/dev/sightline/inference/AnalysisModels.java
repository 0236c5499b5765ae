package dev.sightline.inference;

import dev.sightline.visual.Binarizer;
import dev.sightline.visual.ModelRef;
import dev.sightline.visual.ModelSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The loaded models of one model set. Safe for all threads; what the {@code new} methods give is not, so each thread has its own.
 */
public final class AnalysisModels implements AutoCloseable {

    private final InferenceSettings settings;
    private final DetectorModel detector;
    private final DetectorModel queryDetector;
    private final EmbedderModel embedder;
    private final Binarizer binarizer;
    private final ModelSet modelSet;
    private final List<Runnable> closings = new ArrayList<>();

    private AnalysisModels(InferenceSettings settings, @Nullable AnalysisModels present) {
        ModelNames names = settings.names();
        this.settings = settings;
        Map<String, DetectorModel> detectors = present == null ? new HashMap<>() : present.detectors();
        detector = detectors.computeIfAbsent(names.detector(), this::loadDetector);
        queryDetector = detectors.computeIfAbsent(names.queryDetector(), this::loadDetector);
        embedder = present != null && present.settings.names().embedder().equals(names.embedder())
                ? present.embedder
                : loadEmbedder();
        Path embedderFolder = settings.models().resolve(names.embedderFolder());
        binarizer = BinarizerFile.readOrZero(embedderFolder, embedder.layer(), embedder.dimensions());
        modelSet = new ModelSet(
                detector.ref(),
                embedder.ref(),
                binarizer.ref(),
                embedder.labelSet().ref(),
                embedder.dimensions(),
                binarizer.bits());
    }

    /**
     * Reads, verifies and loads the bundles, and runs each model once, so that a model that does not fit its description is refused
     * here and not at the first image.
     *
     * @throws dev.sightline.visual.SightlineException with {@code INVALID_MODEL_BUNDLE}; the message names both values
     */
    public static AnalysisModels load(InferenceSettings settings) {
        return new AnalysisModels(settings, null);
    }

    /**
     * The models of another set under the same settings. Those that are in this set too are not loaded again: so this set is closed
     * after the other.
     *
     * @throws dev.sightline.visual.SightlineException as {@link #load}
     */
    public AnalysisModels loadBeside(ModelNames names) {
        return new AnalysisModels(settings.withNames(names), this);
    }

    private Map<String, DetectorModel> detectors() {
        Map<String, DetectorModel> detectors = new HashMap<>();
        detectors.put(settings.names().queryDetector(), queryDetector);
        detectors.put(settings.names().detector(), detector);
        return detectors;
    }

    private DetectorModel loadDetector(String folder) {
        DetectorModel model =
                DetectorModel.load(settings.models().resolve(folder), settings.device(), settings.threads());
        closings.add(model::close);
        return model;
    }

    private EmbedderModel loadEmbedder() {
        ModelNames names = settings.names();
        Path folder = settings.models().resolve(names.embedderFolder());
        EmbedderModel model = EmbedderModel.load(folder, names.embedderLayer(), settings.device(), settings.threads());
        closings.add(model::close);
        return model;
    }

    /** Which models these are; the detector is that of indexed images. */
    public ModelSet modelSet() {
        return modelSet;
    }

    /** The detector for the pixels of queries: often the same. */
    public ModelRef queryDetector() {
        return queryDetector.ref();
    }

    /** The calibrated binarizer, or the one with thresholds zero. */
    public Binarizer binarizer() {
        return binarizer;
    }

    /** A detector of indexed images, for one thread. */
    public ObjectDetector newDetector() {
        return detector.newDetector(settings);
    }

    /**
     * A detector of query pixels, for one thread. Its boxes may differ from those of {@link #newDetector}; what is inside them is
     * embedded by the same embedder, so that vectors stay comparable.
     */
    public ObjectDetector newQueryDetector() {
        return queryDetector.newDetector(settings);
    }

    /** An embedder for one thread. */
    public ImageEmbedder newEmbedder() {
        return embedder.newEmbedder(settings.labelLimits());
    }

    /** Detector of indexed images and embedder for one thread, joined. */
    public ImageAnalyzer newAnalyzer() {
        return new ImageAnalyzer(modelSet, newDetector(), newEmbedder(), binarizer);
    }

    /** For measurements of the model alone. */
    DjlModel detectorModel() {
        return detector.model();
    }

    /** For measurements of the model alone. */
    DjlModel embedderModel() {
        return embedder.model();
    }

    @Override
    public void close() {
        closings.forEach(Runnable::run);
    }
}
