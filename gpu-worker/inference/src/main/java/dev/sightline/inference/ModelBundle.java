package dev.sightline.inference;

import dev.sightline.inference.ModelOutputs.DetectionOutputs;
import dev.sightline.inference.ModelOutputs.EmbeddingOutputs;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ModelRef;
import dev.sightline.visual.SightlineException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model as it is deployed: a folder with {@code model.onnx} and {@code bundle.json}, which says what the model takes and gives and
 * what the SHA-256 of the model is.
 *
 * <p>{@code minConfidence}: a detector's own score floor, 0..1, since scores of different detectors are not comparable; null if it
 * names none. {@code tensorRt}: how it runs on a GPU with TensorRT; null for CUDA.
 *
 * @throws IllegalArgumentException if that floor lies outside 0..1, or an embedder has one
 */
public record ModelBundle(
        ModelRef ref,
        Path modelFile,
        InputSpec input,
        ModelOutputs outputs,
        LabelSet labelSet,
        @Nullable Double minConfidence,
        @Nullable TensorRtOptions tensorRt) {

    public ModelBundle {
        if (minConfidence != null) {
            requireFloor(minConfidence, outputs);
        }
    }

    private static void requireFloor(double floor, ModelOutputs outputs) {
        if (!(floor >= 0 && floor <= 1)) {
            throw new IllegalArgumentException("expected minConfidence in 0..1, got " + floor);
        }
        if (outputs instanceof EmbeddingOutputs) {
            throw new IllegalArgumentException("expected minConfidence of a detector only, got one of an embedder");
        }
    }

    /**
     * Reads and verifies a bundle.
     *
     * @throws SightlineException with {@link ErrorCode#INVALID_MODEL_BUNDLE} if a file is missing, its hash is not the declared one,
     *     or the description does not fit this code; the message names both values
     */
    public static ModelBundle read(Path folder) {
        return BundleFile.read(folder).toBundle(folder);
    }

    /** The names of the classes, in the model's order. */
    public List<String> labels() {
        return labelSet.names();
    }

    /** These limits with this detector's own score floor, if it has one. */
    DetectionLimits withOwnFloor(DetectionLimits limits) {
        return minConfidence == null ? limits : limits.withMinConfidence(minConfidence);
    }

    /** The outputs of an embedder's bundle, or {@code INVALID_MODEL_BUNDLE} if it is no embedder. */
    EmbeddingOutputs embeddingOutputs() {
        if (outputs instanceof EmbeddingOutputs embedding) {
            return embedding;
        }
        throw invalid("expected a bundle of task embedding, got detection: " + ref.id());
    }

    /** The outputs of a detector's bundle, or {@code INVALID_MODEL_BUNDLE} if it is no detector. */
    DetectionOutputs detectionOutputs() {
        if (outputs instanceof DetectionOutputs detection) {
            return detection;
        }
        throw invalid("expected a bundle of task detection, got embedding: " + ref.id());
    }

    static SightlineException invalid(String message) {
        return new SightlineException(ErrorCode.INVALID_MODEL_BUNDLE, message);
    }

    static SightlineException invalid(String message, Throwable cause) {
        return new SightlineException(ErrorCode.INVALID_MODEL_BUNDLE, message, cause);
    }
}
