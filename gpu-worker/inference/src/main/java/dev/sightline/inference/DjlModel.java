package dev.sightline.inference;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.EngineException;
import ai.djl.inference.Predictor;
import java.io.IOException;

/** A loaded model: shared by all threads, each with a predictor of its own. */
final class DjlModel implements AutoCloseable {

    private static final String ENGINE = "OnnxRuntime";

    private final ModelBundle bundle;
    private final Model model;
    private final DjlSessionOptions options;

    private DjlModel(ModelBundle bundle, Model model, DjlSessionOptions options) {
        this.bundle = bundle;
        this.model = model;
        this.options = options;
    }

    static DjlModel load(ModelBundle bundle, ComputeDevice device, int threads) {
        keepOffline();
        DjlSessionOptions options = DjlSessionOptions.of(bundle, device, threads);
        Model model =
                Model.newInstance(bundle.ref().id(), device == ComputeDevice.GPU ? Device.gpu() : Device.cpu(), ENGINE);
        DjlModel loaded = new DjlModel(bundle, model, options);
        try {
            model.load(bundle.modelFile(), null, options.toMap());
            return loaded;
        } catch (IOException | MalformedModelException | EngineException e) {
            loaded.close();
            throw ModelBundle.invalid("cannot load %s on %s: %s".formatted(bundle.modelFile(), device, e), e);
        }
    }

    ModelBundle bundle() {
        return bundle;
    }

    /** A new predictor; not thread-safe, to be closed by the caller. */
    Predictor<DjlInput, ModelTensors> newPredictor() {
        return model.newPredictor(new DjlTranslator(bundle.input()));
    }

    @Override
    public void close() {
        model.close();
        options.close();
    }

    /** DJL reports its start to its makers and looks for models on the network unless told not to. */
    private static void keepOffline() {
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("ai.djl.offline", "true");
    }
}
