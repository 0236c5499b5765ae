package dev.sightline.inference;

import ai.djl.engine.EngineException;
import ai.djl.inference.Predictor;
import ai.djl.translate.TranslateException;
import dev.sightline.imaging.NormalizedImage;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.util.List;

/** One thread's way into a model: predictor and input buffer. Not thread-safe. */
final class DjlRun implements AutoCloseable {

    private final ModelBundle bundle;
    private final Predictor<DjlInput, ModelTensors> predictor;
    private final InputPlanes planes;

    DjlRun(DjlModel model) {
        bundle = model.bundle();
        predictor = model.newPredictor();
        planes = new InputPlanes(bundle.input());
    }

    /** The outputs for these images, by name; the caller owns the buffers. */
    ModelTensors outputs(List<NormalizedImage> images) {
        try {
            return predictor.predict(new DjlInput(planes.fill(images), images.size()));
        } catch (TranslateException | EngineException e) {
            throw new SightlineException(
                    ErrorCode.DEFECT,
                    "%s failed on %d images: %s".formatted(bundle.ref().id(), images.size(), e.getMessage()),
                    e);
        }
    }

    @Override
    public void close() {
        predictor.close();
    }
}
