package dev.sightline.inference;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.inference.Predictor;
import ai.djl.repository.zoo.Criteria;
import ai.djl.repository.zoo.ModelNotFoundException;
import ai.djl.repository.zoo.ZooModel;
import java.io.IOException;

/** A loaded model: shared by all threads, each with a predictor of its own. */
final class DjlModel implements AutoCloseable {

    private static final String ENGINE = "OnnxRuntime";

    private final ModelBundle bundle;
    private final ZooModel<DjlInput, ModelTensors> model;

    private DjlModel(ModelBundle bundle, ZooModel<DjlInput, ModelTensors> model) {
        this.bundle = bundle;
        this.model = model;
    }

    static DjlModel load(ModelBundle bundle, ComputeDevice device, int threads) {
        keepOffline();
        try {
            return new DjlModel(bundle, criteria(bundle, device, threads).loadModel());
        } catch (IOException | ModelNotFoundException | MalformedModelException e) {
            throw ModelBundle.invalid("cannot load %s on %s: %s".formatted(bundle.modelFile(), device, e), e);
        }
    }

    ModelBundle bundle() {
        return bundle;
    }

    /** A new predictor; not thread-safe, to be closed by the caller. */
    Predictor<DjlInput, ModelTensors> newPredictor() {
        return model.newPredictor();
    }

    @Override
    public void close() {
        model.close();
    }

    private static Criteria<DjlInput, ModelTensors> criteria(ModelBundle bundle, ComputeDevice device, int threads) {
        return Criteria.builder()
                .setTypes(DjlInput.class, ModelTensors.class)
                .optModelPath(bundle.modelFile())
                .optEngine(ENGINE)
                .optDevice(device == ComputeDevice.GPU ? Device.gpu() : Device.cpu())
                // The engine reads the second option only if the first one is there.
                .optOption("interOpNumThreads", "1")
                .optOption("intraOpNumThreads", Integer.toString(threads))
                .optTranslator(new DjlTranslator(bundle.input()))
                .build();
    }

    /** DJL reports its start to its makers and looks for models on the network unless told not to. */
    private static void keepOffline() {
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("ai.djl.offline", "true");
    }
}
