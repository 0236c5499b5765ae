package dev.sightline.events;

import dev.sightline.visual.BoardId;
import dev.sightline.visual.PinId;
import java.time.Instant;

/**
 * One save of an image to a board: S3 object {@link CatalogueKeys#pin}. {@code title}, {@code description} and {@code link} are empty where there
 * is none.
 *
 * <p>Paper: one image, many pins, one per save, each with text and a board.
 */
public record PinRecord(
        PinId id, BoardId board, String title, String description, String link, Instant createdAt, Instant changedAt) {}
