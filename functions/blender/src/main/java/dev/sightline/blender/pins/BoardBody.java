package dev.sightline.blender.pins;

import dev.sightline.events.BoardRecord;
import dev.sightline.events.CatalogueTexts;
import dev.sightline.visual.BoardId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a client says of a board: {@code name} is required, {@code description} is empty where it is absent. */
public record BoardBody(@Nullable String name, @Nullable String description) {

    BoardRecord toRecord(BoardId id, Instant createdAt, Instant changedAt) {
        return new BoardRecord(
                id, CatalogueTexts.name(name), CatalogueTexts.description(description), createdAt, changedAt);
    }
}
