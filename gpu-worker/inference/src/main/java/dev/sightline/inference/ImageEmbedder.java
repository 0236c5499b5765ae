package dev.sightline.inference;

import dev.sightline.imaging.NormalizedImage;
import java.util.List;

/** Port: turns images, or crops of them, into features. Not thread-safe: one per thread, since it keeps native buffers. */
public interface ImageEmbedder extends AutoCloseable {

    /**
     * The features of each image, in order, from as few model runs as the model allows.
     *
     * @throws dev.sightline.visual.SightlineException with {@code OUT_OF_MEMORY} if memory does not do for so many images at once,
     *     with {@code DEFECT} if the model fails
     */
    List<ImageFeatures> embed(List<NormalizedImage> images);

    @Override
    void close();
}
