package dev.sightline.events;

import java.time.Instant;

/** The object was deleted from the bucket. */
public record ImageRemoved(SourceVersion source, Instant removedAt) implements IndexEvent {}
