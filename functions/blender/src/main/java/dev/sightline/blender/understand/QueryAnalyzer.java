package dev.sightline.blender.understand;

import dev.sightline.events.ImageAnalysis;
import dev.sightline.visual.NormalizedBox;

/**
 * Port: asks the models about the pixels of a query.
 *
 * <p>Both methods throw {@link dev.sightline.visual.SightlineException}: with {@code ANALYZER_UNAVAILABLE} if the worker does not
 * answer, with the worker's own code if it refuses the image.
 */
public interface QueryAnalyzer {

    /** The whole image and its objects, surest first. */
    ImageAnalysis analyze(byte[] image);

    /** One rectangle of an image; no objects. */
    ImageAnalysis analyzeCrop(byte[] image, NormalizedBox box);
}
