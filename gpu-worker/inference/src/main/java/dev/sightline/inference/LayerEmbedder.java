package dev.sightline.inference;

import dev.sightline.imaging.NormalizedImage;
import java.util.List;

/** Embedder that takes one layer of a network for the features, and its surest labels. Not thread-safe, like the probe inside. */
record LayerEmbedder(LayerProbe probe, String layer, LabelRanking ranking) implements ImageEmbedder {

    @Override
    public List<ImageFeatures> embed(List<NormalizedImage> images) {
        return probe.read(images).stream()
                .map(values -> new ImageFeatures(values.layer(layer), ranking.surest(values.probabilities())))
                .toList();
    }

    @Override
    public void close() {
        probe.close();
    }
}
