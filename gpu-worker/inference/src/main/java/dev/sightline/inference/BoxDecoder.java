package dev.sightline.inference;

import dev.sightline.inference.ModelOutputs.AnchorsOutputs;
import dev.sightline.inference.ModelOutputs.BoxesOutputs;
import dev.sightline.inference.ModelOutputs.NanoDetOutputs;
import java.util.List;

/** Reads proposals out of a detector's tensors. Pure; safe for all threads. */
sealed interface BoxDecoder permits NanoDetDecoder, BoxesDecoder, AnchorsDecoder {

    /**
     * The boxes whose score reaches the floor, in the model's order; each has its surest label. Boxes without area and those that are
     * not finite are left out.
     *
     * @throws dev.sightline.visual.SightlineException with {@code INVALID_MODEL_BUNDLE} if a tensor is missing or of another size
     */
    List<Detection> decode(ModelTensors tensors);

    /** The decoder that the bundle's description names. */
    static BoxDecoder of(ModelBundle bundle, double minConfidence) {
        int labels = bundle.labels().size();
        return switch (bundle.detectionOutputs()) {
            case NanoDetOutputs outputs -> new NanoDetDecoder(outputs, bundle.input(), labels, minConfidence);
            case BoxesOutputs outputs -> new BoxesDecoder(outputs, bundle.input(), labels, minConfidence);
            case AnchorsOutputs outputs -> new AnchorsDecoder(outputs, bundle.input(), labels, minConfidence);
        };
    }
}
