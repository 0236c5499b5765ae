package dev.sightline.events;

import dev.sightline.visual.BoardId;
import dev.sightline.visual.ImageCollection;
import java.time.Instant;

/**
 * A named list of pins: S3 object {@link CatalogueKeys#board}. {@code description} is empty where there is none. {@code collection}: whose board it
 * is, and its pins; a board of before there were any is of the default one.
 */
public record BoardRecord(
        BoardId id, String name, String description, Instant createdAt, Instant changedAt, ImageCollection collection) {

    /** A board of the default collection. */
    public BoardRecord(BoardId id, String name, String description, Instant createdAt, Instant changedAt) {
        this(id, name, description, createdAt, changedAt, ImageCollection.DEFAULT);
    }
}
