package dev.sightline.blender.understand;

import dev.sightline.visual.DetectedObject;
import dev.sightline.visual.Embedding;
import dev.sightline.visual.Label;
import dev.sightline.visual.ObjectId;
import java.util.List;

/**
 * A detected object of a query. {@code dominance}: its score of {@link dev.sightline.visual.DominantObjectRule}, 0..1; {@code dominant}: it
 * is what the image is about; {@code relevant}: it may trigger Object Search, by the policy.
 */
public record UnderstoodObject(
        ObjectId id,
        DetectedObject object,
        Embedding embedding,
        List<Label> labels,
        double dominance,
        boolean dominant,
        boolean relevant) {

    public UnderstoodObject {
        labels = List.copyOf(labels);
    }
}
