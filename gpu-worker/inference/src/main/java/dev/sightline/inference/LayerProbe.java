package dev.sightline.inference;

import dev.sightline.imaging.NormalizedImage;
import java.util.List;

/** Port: all layers of an embedder, for measurements and calibration. Not thread-safe: one per thread, since it keeps native buffers. */
public interface LayerProbe extends AutoCloseable {

    /**
     * The values of each image, in order, from as few model runs as the model allows; all images of a run are in memory at once.
     *
     * @throws dev.sightline.visual.SightlineException with {@code DEFECT} if the model fails
     */
    List<LayerValues> read(List<NormalizedImage> images);

    @Override
    void close();
}
