package dev.sightline.index;

import dev.sightline.visual.DetectedObject;
import dev.sightline.visual.ObjectId;

/** A detected object of an image in the index, without its vectors. */
public record StoredObject(ObjectId id, DetectedObject object) {}
