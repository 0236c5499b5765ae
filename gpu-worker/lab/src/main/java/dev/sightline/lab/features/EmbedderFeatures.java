package dev.sightline.lab.features;

import java.util.List;

/**
 * What one embedder sees in a corpus: one table per layer, that of its embedding first, and one of the labels' probabilities, with no
 * columns if it does not classify; all over the same images. {@code unreadable} files are in none of them.
 */
public record EmbedderFeatures(
        EmbedderBundle bundle, List<FeatureTable> layers, FeatureTable probabilities, List<Unreadable> unreadable) {

    public EmbedderFeatures {
        layers = List.copyOf(layers);
        unreadable = List.copyOf(unreadable);
    }

    /** The embedding: the layer that the bundle's description chooses. */
    public FeatureTable embedding() {
        return layers.getFirst();
    }

    /** A file that is no image, and why. */
    public record Unreadable(String name, String reason) {}
}
