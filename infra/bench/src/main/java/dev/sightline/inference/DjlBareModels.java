package dev.sightline.inference;

import ai.djl.inference.Predictor;
import ai.djl.translate.TranslateException;
import dev.sightline.imaging.ImageFormat;
import dev.sightline.imaging.NormalizedImage;
import dev.sightline.imaging.RgbPixels;
import java.nio.FloatBuffer;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Detector and embedder on grey planes that are ready, through the predictors that the worker uses; no boxes are read and nothing is
 * resized: what of an image's time is the networks'. Not thread-safe, like the predictors; close before the models.
 */
public final class DjlBareModels implements AutoCloseable {

    private static final NormalizedImage GREY =
            new NormalizedImage(ImageFormat.PNG, 1, 1, RgbPixels.of(1, 1, new int[] {0x808080}));

    private final BareModel detector;
    private final BareModel embedder;

    private DjlBareModels(BareModel detector, BareModel embedder) {
        this.detector = detector;
        this.embedder = embedder;
    }

    /** The detector and the embedder of a set. */
    public static DjlBareModels of(AnalysisModels models) {
        return new DjlBareModels(BareModel.of(models.detectorModel()), BareModel.of(models.embedderModel()));
    }

    /** One image of which the embedder gets {@code views} pictures: the whole and its crops; 1 and up. */
    public void run(int views) {
        detector.run(1);
        embedder.run(views);
    }

    @Override
    public void close() {
        detector.predictor().close();
        embedder.predictor().close();
    }

    private record BareModel(Predictor<DjlInput, ModelTensors> predictor, List<FloatBuffer> planes) {

        static BareModel of(DjlModel model) {
            InputSpec spec = model.bundle().input();
            List<FloatBuffer> planes = IntStream.rangeClosed(1, 1 + DetectionLimits.DEFAULT.maxObjects())
                    .mapToObj(count -> new InputPlanes(spec).fill(Collections.nCopies(count, GREY)))
                    .toList();
            return new BareModel(model.newPredictor(), planes);
        }

        void run(int images) {
            try {
                predictor.predict(new DjlInput(planes.get(images - 1), images));
            } catch (TranslateException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
