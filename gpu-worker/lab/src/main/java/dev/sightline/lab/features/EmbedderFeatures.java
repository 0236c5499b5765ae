package dev.sightline.lab.features;

import java.util.List;
import java.util.Optional;

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

    /** A layer by name. */
    public Optional<FeatureTable> layer(String name) {
        return layers.stream().filter(table -> table.layer().equals(name)).findFirst();
    }

    /** A file that is no image, and why. */
    public record Unreadable(String name, String reason) {}
}
