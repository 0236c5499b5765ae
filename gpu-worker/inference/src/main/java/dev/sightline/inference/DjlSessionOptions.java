package dev.sightline.inference;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.providers.OrtTensorRTProviderOptions;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What ONNX Runtime is told when DJL loads a model; to be closed after the model. Not thread-safe. */
final class DjlSessionOptions implements AutoCloseable {

    /** DJL appends CUDA behind the providers that are here, so what TensorRT does not know runs there. */
    private final @Nullable SessionOptions own;

    private final int threads;

    private DjlSessionOptions(@Nullable SessionOptions own, int threads) {
        this.own = own;
        this.threads = threads;
    }

    /**
     * The options of a bundle.
     *
     * @throws dev.sightline.visual.SightlineException with {@code INVALID_MODEL_BUNDLE} if it asks for TensorRT on a GPU, and this ONNX Runtime or
     *     this machine has none
     */
    static DjlSessionOptions of(ModelBundle bundle, ComputeDevice device, int threads) {
        TensorRtOptions tensorRt = bundle.tensorRt();
        SessionOptions own = tensorRt == null || device == ComputeDevice.CPU ? null : withTensorRt(bundle, tensorRt);
        return new DjlSessionOptions(own, threads);
    }

    private static SessionOptions withTensorRt(ModelBundle bundle, TensorRtOptions tensorRt) {
        Set<OrtProvider> available = OrtEnvironment.getAvailableProviders();
        if (!available.contains(OrtProvider.TENSOR_RT)) {
            throw ModelBundle.invalid(
                    "%s asks for tensorRt: expected %s among the providers of this ONNX Runtime, got %s"
                            .formatted(bundle.ref().id(), OrtProvider.TENSOR_RT, available));
        }
        SessionOptions options = new SessionOptions();
        try (OrtTensorRTProviderOptions provider = new OrtTensorRTProviderOptions()) {
            provider.add("trt_fp16_enable", tensorRt.halfPrecision() ? "1" : "0");
            options.addTensorrt(provider);
            return options;
        } catch (OrtException e) {
            options.close();
            throw ModelBundle.invalid(
                    "%s asks for tensorRt, which cannot be used here: %s"
                            .formatted(bundle.ref().id(), e.getMessage()),
                    e);
        }
    }

    /** In the names that DJL's engine for ONNX Runtime knows. */
    Map<String, Object> toMap() {
        Map<String, Object> options = new HashMap<>();
        // The engine reads the second option only if the first one is there.
        options.put("interOpNumThreads", "1");
        options.put("intraOpNumThreads", Integer.toString(threads));
        if (own != null) {
            options.put("sessionOptions", own);
        }
        return options;
    }

    @Override
    public void close() {
        if (own != null) {
            own.close();
        }
    }
}
