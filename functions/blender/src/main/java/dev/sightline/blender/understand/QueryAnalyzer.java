package dev.sightline.blender.understand;

import dev.sightline.events.ImageAnalysis;
import dev.sightline.visual.ModelSetId;
import dev.sightline.visual.NormalizedBox;
import org.jspecify.annotations.Nullable;

/**
 * Port: asks the models about the pixels of a query.
 *
 * <p>Both methods take the model set whose vectors the answer is compared with; null: the worker's own. Both throw {@link
 * dev.sightline.visual.SightlineException}: with {@code ANALYZER_UNAVAILABLE} if the worker does not answer, with {@code
 * MODEL_SET_MISMATCH} if it does not run that model set, with its own code if it refuses the image.
 */
public interface QueryAnalyzer {

    /** The whole image and its objects, surest first. */
    ImageAnalysis analyze(byte[] image, @Nullable ModelSetId modelSet);

    /** One rectangle of an image; no objects. */
    ImageAnalysis analyzeCrop(byte[] image, NormalizedBox box, @Nullable ModelSetId modelSet);
}
