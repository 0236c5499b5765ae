package dev.sightline.inference;

import dev.sightline.imaging.NormalizedImage;
import dev.sightline.visual.DetectedObject;
import java.util.List;

/** Port: finds the objects in an image. Not thread-safe: one per thread, since it keeps native buffers. */
public interface ObjectDetector extends AutoCloseable {

    /**
     * The objects, the surest first, none twice; boxes are fractions of the displayed frame.
     *
     * @throws dev.sightline.visual.SightlineException with {@code DEFECT} if the model fails
     */
    List<DetectedObject> detect(NormalizedImage image);

    @Override
    void close();
}
