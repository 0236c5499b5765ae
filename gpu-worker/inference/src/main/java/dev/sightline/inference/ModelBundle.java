package dev.sightline.inference;

import dev.sightline.inference.ModelOutputs.EmbeddingOutputs;
import dev.sightline.inference.ModelOutputs.NanoDetOutputs;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ModelRef;
import dev.sightline.visual.SightlineException;
import java.nio.file.Path;
import java.util.List;

/**
 * A model as it is deployed: a folder with {@code model.onnx} and {@code bundle.json}, which says what the model takes and gives and
 * what the SHA-256 of the model is.
 *
 * <p>{@code labels} are the names of the classes, in the model's order.
 */
public record ModelBundle(ModelRef ref, Path modelFile, InputSpec input, ModelOutputs outputs, List<String> labels) {

    public ModelBundle {
        labels = List.copyOf(labels);
    }

    /**
     * Reads and verifies a bundle.
     *
     * @throws SightlineException with {@link ErrorCode#INVALID_MODEL_BUNDLE} if a file is missing, the model's hash is not the
     *     declared one, or the description does not fit this code; the message names both values
     */
    public static ModelBundle read(Path folder) {
        return BundleFile.read(folder).toBundle(folder);
    }

    /** The outputs of an embedder's bundle, or {@code INVALID_MODEL_BUNDLE} if it is no embedder. */
    EmbeddingOutputs embeddingOutputs() {
        if (outputs instanceof EmbeddingOutputs embedding) {
            return embedding;
        }
        throw invalid("expected a bundle of task embedding, got detection: " + ref.id());
    }

    /** The outputs of a detector's bundle, or {@code INVALID_MODEL_BUNDLE} if it is no detector. */
    NanoDetOutputs nanoDetOutputs() {
        if (outputs instanceof NanoDetOutputs nanoDet) {
            return nanoDet;
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
