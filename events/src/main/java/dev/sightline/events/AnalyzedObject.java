package dev.sightline.events;

import dev.sightline.visual.DetectedObject;
import dev.sightline.visual.Embedding;
import dev.sightline.visual.Label;
import java.util.List;

/**
 * A detected object with the embedding of its crop, and the crop's labels, surest first. What was written before objects had labels is
 * read without any.
 */
public record AnalyzedObject(DetectedObject object, Embedding embedding, List<Label> labels) {

    public AnalyzedObject {
        labels = List.copyOf(labels);
    }

    /** An object that no label is known of. */
    public AnalyzedObject(DetectedObject object, Embedding embedding) {
        this(object, embedding, List.of());
    }
}
