package dev.sightline.events;

import dev.sightline.visual.DetectedObject;
import dev.sightline.visual.Embedding;

/** A detected object with the embedding of its crop. */
public record AnalyzedObject(DetectedObject object, Embedding embedding) {}
