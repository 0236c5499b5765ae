package dev.sightline.inference;

import dev.sightline.imaging.NormalizedImage;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;

/**
 * An embedder that takes at most {@code largest} images at once; a batch for which memory does not do is halved, down to one image.
 *
 * <p>Each call begins with {@code largest} again: what took the memory may be gone by then, and a batch that is refused costs little
 * beside a run. Not thread-safe, like the embedder inside, which it closes.
 *
 * @throws IllegalArgumentException if {@code largest} is not positive
 */
public record BatchedEmbedder(ImageEmbedder embedder, int largest) implements ImageEmbedder {

    private static final Logger LOG = System.getLogger(BatchedEmbedder.class.getName());

    public BatchedEmbedder {
        if (largest < 1) {
            throw new IllegalArgumentException("expected batches of at least 1 image, got " + largest);
        }
    }

    /**
     * The features of each image, in order.
     *
     * @throws SightlineException with {@code OUT_OF_MEMORY} if memory does not do for one image by itself, with {@code DEFECT} if the
     *     model fails
     */
    @Override
    public List<ImageFeatures> embed(List<NormalizedImage> images) {
        List<ImageFeatures> features = new ArrayList<>(images.size());
        int batch = largest;
        while (features.size() < images.size()) {
            int from = features.size();
            List<NormalizedImage> next = images.subList(from, Math.min(images.size(), from + batch));
            try {
                features.addAll(embedder.embed(next));
            } catch (SightlineException e) {
                batch = smallerThan(next.size(), e);
            }
        }
        return features;
    }

    private static int smallerThan(int batch, SightlineException failure) {
        if (failure.code() != ErrorCode.OUT_OF_MEMORY || batch == 1) {
            throw failure;
        }
        int half = batch / 2;
        LOG.log(
                Level.WARNING,
                "memory does not do for %d images at once, tries %d: %s".formatted(batch, half, failure.getMessage()));
        return half;
    }

    @Override
    public void close() {
        embedder.close();
    }
}
