package dev.sightline.worker;

import dev.sightline.imaging.NormalizedImage;
import dev.sightline.inference.ImageEmbedder;
import dev.sightline.inference.ImageFeatures;
import java.util.List;

/** An embedder whose time is recorded. */
record TimedImageEmbedder(ImageEmbedder embedder, WorkerMetrics metrics) implements ImageEmbedder {

    @Override
    public List<ImageFeatures> embed(List<NormalizedImage> images) {
        metrics.countBatch(images.size());
        return metrics.time(WorkerMetrics.Stage.EMBED, () -> embedder.embed(images));
    }

    @Override
    public void close() {
        embedder.close();
    }
}
