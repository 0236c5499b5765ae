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

    /**
     * The outputs for these images, by name; the caller owns the buffers.
     *
     * @throws SightlineException with {@code OUT_OF_MEMORY} if native memory does not do for so many images, else with {@code DEFECT}
     */
    ModelTensors outputs(List<NormalizedImage> images) {
        try {
            return predictor.predict(new DjlInput(planes.fill(images), images.size()));
        } catch (TranslateException | EngineException e) {
            throw failure(images.size(), e);
        } catch (OutOfMemoryError e) {
            if (!MemoryShortage.isMeantBy(e)) {
                throw e;
            }
            throw failure(images.size(), e);
        }
    }

    private SightlineException failure(int images, Throwable cause) {
        ErrorCode code = MemoryShortage.isMeantBy(cause) ? ErrorCode.OUT_OF_MEMORY : ErrorCode.DEFECT;
        return new SightlineException(
                code, "%s failed on %d images: %s".formatted(bundle.ref().id(), images, cause.getMessage()), cause);
    }

    @Override
    public void close() {
        predictor.close();
    }
}
