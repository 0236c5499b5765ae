package dev.sightline.events;

import dev.sightline.visual.BoardId;
import java.time.Instant;

/** A named list of pins: S3 object {@link CatalogueKeys#board}. {@code description} is empty where there is none. */
public record BoardRecord(BoardId id, String name, String description, Instant createdAt, Instant changedAt) {}
