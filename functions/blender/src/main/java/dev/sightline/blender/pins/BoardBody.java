package dev.sightline.blender.pins;

import dev.sightline.events.BoardRecord;
import dev.sightline.events.CatalogueTexts;
import dev.sightline.visual.BoardId;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a client says of a board: {@code name} is required, {@code description} is empty where it is absent. */
@Schema(requiredProperties = "name", description = "What a client says of a board")
public record BoardBody(
        @Schema(description = "1 to 100 characters in one line, white space at both ends not counted", minLength = 1)
        @Nullable String name,

        @Schema(description = "at most 2000 characters; empty if absent") @Nullable String description) {

    BoardRecord toRecord(BoardId id, Instant createdAt, Instant changedAt) {
        return new BoardRecord(
                id, CatalogueTexts.name(name), CatalogueTexts.description(description), createdAt, changedAt);
    }
}
