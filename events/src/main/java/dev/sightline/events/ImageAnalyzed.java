package dev.sightline.events;

import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelSet;
import java.time.Instant;

/**
 * The feature record of an image lies in S3, for the model set and signature named here.
 *
 * <p>Carries no vectors: the record is the truth, and outgrows a message.
 */
public record ImageAnalyzed(SourceVersion source, ImageSignature signature, ModelSet modelSet, Instant analyzedAt)
        implements IndexEvent {}
