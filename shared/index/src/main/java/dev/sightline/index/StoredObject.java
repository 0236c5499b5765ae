package dev.sightline.index;

import dev.sightline.visual.DetectedObject;
import dev.sightline.visual.Label;
import dev.sightline.visual.ObjectId;
import java.util.List;

/** A detected object of an image in the index, with the labels of its crop, surest first, without its vectors. */
public record StoredObject(ObjectId id, DetectedObject object, List<Label> labels) {

    public StoredObject {
        labels = List.copyOf(labels);
    }
}
