package dev.sightline.events;

import dev.sightline.visual.Embedding;
import dev.sightline.visual.Label;
import dev.sightline.visual.ModelSet;
import dev.sightline.visual.SalientColor;
import java.util.List;

/**
 * What the model set sees in an image: the whole as an embedding with labels, surest first, the detected objects, surest first, and
 * the salient colours, largest share first.
 *
 * <p>The answer of the worker's analyze endpoint, and the heart of a {@link FeatureRecord}. For a crop, {@code embedding}, {@code
 * labels} and {@code colors} are the crop's and {@code objects} is empty. What was written before there were colours is read without
 * any.
 */
public record ImageAnalysis(
        ModelSet modelSet,
        Frame frame,
        Embedding embedding,
        List<Label> labels,
        List<AnalyzedObject> objects,
        List<SalientColor> colors) {

    public ImageAnalysis {
        labels = List.copyOf(labels);
        objects = List.copyOf(objects);
        colors = List.copyOf(colors);
    }
}
