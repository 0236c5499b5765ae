package dev.sightline.inference;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a network computes for one image, layer by layer, and the probability of each label. Raw floats in the model's order, neither
 * normalised nor binarized. Immutable, safe for all threads; arrays are copied in and out.
 */
public final class LayerValues {

    private final Map<String, float[]> layers;
    private final float[] probabilities;

    public LayerValues(Map<String, float[]> layers, float[] probabilities) {
        this.layers = layers.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> entry.getValue().clone()));
        this.probabilities = probabilities.clone();
    }

    /**
     * The features of one layer.
     *
     * @throws IllegalArgumentException if the network has no such layer; the message names those that it has
     */
    public float[] layer(String name) {
        float[] values = layers.get(name);
        if (values == null) {
            throw new IllegalArgumentException(
                    "expected one of the layers %s, got '%s'".formatted(layers.keySet(), name));
        }
        return values.clone();
    }

    /** One value of 0..1 per label, which together are about 1; empty if the network does not classify. */
    public float[] probabilities() {
        return probabilities.clone();
    }
}
