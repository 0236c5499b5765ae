package dev.sightline.blender.pins;

import dev.sightline.blender.receive.Forms;
import dev.sightline.events.BoardRecord;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A board. */
@Schema(name = "Board", description = "A named list of pins")
public record BoardAnswer(
        @Schema(description = "the board", pattern = Forms.BOARD_ID)
        String id,

        @Schema(description = "its name") String name,
        @Schema(description = "empty where there is none") String description,
        @Schema(description = "when it was made") Instant createdAt,
        @Schema(description = "when it was changed last") Instant changedAt) {

    /** The answer for a board. */
    public static BoardAnswer of(BoardRecord board) {
        return new BoardAnswer(
                board.id().value(), board.name(), board.description(), board.createdAt(), board.changedAt());
    }
}
