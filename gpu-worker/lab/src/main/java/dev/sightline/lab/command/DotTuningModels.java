package dev.sightline.lab.command;

import dev.sightline.imaging.ImageDecoder;
import dev.sightline.imaging.ImageLimits;
import dev.sightline.inference.BinarizerFile;
import dev.sightline.inference.ComputeDevice;
import dev.sightline.inference.DetectorModel;
import dev.sightline.inference.EmbedderModel;
import dev.sightline.inference.LabelLimits;
import dev.sightline.lab.detection.DetectionCache;
import dev.sightline.lab.detection.DetectorCandidate;
import dev.sightline.lab.detection.PictureDetections;
import dev.sightline.lab.objects.DotGateTuning;
import dev.sightline.lab.objects.TunedDots;
import dev.sightline.lab.objects.ViewCache;
import dev.sightline.lab.objects.ViewEncoder;
import dev.sightline.lab.objects.ViewReader;
import dev.sightline.lab.report.Provenance.Model;
import dev.sightline.visual.Binarizer;
import dev.sightline.visual.ModelRef;
import java.nio.file.Path;
import java.util.List;

/** A detector and an embedder with the binarizer of its bundle: as they are served, since distances of other bits are others. */
final class DotTuningModels implements AutoCloseable {

    private static final ImageDecoder DECODER = new ImageDecoder(ImageLimits.DEFAULT);

    private final EmbedderModel embedder;
    private final DetectorModel detector;
    private final Binarizer binarizer;

    /**
     * Loads both.
     *
     * @throws dev.sightline.visual.SightlineException with {@code INVALID_MODEL_BUNDLE} if one is missing or broken
     */
    DotTuningModels(Path embedderFolder, Path detectorFolder) {
        int threads = Runtime.getRuntime().availableProcessors();
        detector = DetectorModel.load(detectorFolder, ComputeDevice.CPU, threads);
        embedder = EmbedderModel.load(embedderFolder, ComputeDevice.CPU, threads);
        binarizer = BinarizerFile.readOrZero(embedderFolder, embedder.layer(), embedder.dimensions());
    }

    /** Detects, embeds, searches and tunes; what is computed is kept below {@code cache}. */
    TunedDots tune(DotTuningData data, Path cache, long seed) {
        var detections = PictureDetections.of(DECODER, new DetectionCache(cache.resolve("detections")));
        var views = new ViewCache(cache.resolve("views"));
        return new DotGateTuning(detections, encoder -> new ViewReader(DECODER, views, encoder))
                .tune(new DotGateTuning.Inputs(
                        DetectorCandidate.of(detector),
                        ViewEncoder.of(embedder, binarizer, LabelLimits.DEFAULT),
                        data.labelled(),
                        data.halves().tuning(),
                        data.halves().evaluation(),
                        seed));
    }

    /** Which models these are. */
    List<Model> described() {
        return List.of(
                model("detector", detector.ref()),
                model("embedder", embedder.ref()),
                model("binarizer", binarizer.ref()));
    }

    private static Model model(String role, ModelRef ref) {
        return new Model(role, ref.id(), ref.version(), ref.sha256());
    }

    @Override
    public void close() {
        embedder.close();
        detector.close();
    }
}
