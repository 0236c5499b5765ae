package dev.sightline.events;

import dev.sightline.visual.Embedding;
import dev.sightline.visual.Label;
import dev.sightline.visual.ModelSet;
import java.util.List;

/**
 * What the model set sees in an image: the whole as an embedding with labels, surest first, and the detected objects, surest first.
 *
 * <p>The answer of the worker's analyze endpoint, and the heart of a {@link FeatureRecord}. For a crop, {@code embedding} and {@code
 * labels} are the crop's and {@code objects} is empty.
 */
public record ImageAnalysis(
        ModelSet modelSet, Frame frame, Embedding embedding, List<Label> labels, List<AnalyzedObject> objects) {

    public ImageAnalysis {
        labels = List.copyOf(labels);
        objects = List.copyOf(objects);
    }
}
