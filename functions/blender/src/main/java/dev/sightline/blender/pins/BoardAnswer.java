package dev.sightline.blender.pins;

import dev.sightline.events.BoardRecord;
import java.time.Instant;

/** A board. */
public record BoardAnswer(String id, String name, String description, Instant createdAt, Instant changedAt) {

    /** The answer for a board. */
    public static BoardAnswer of(BoardRecord board) {
        return new BoardAnswer(
                board.id().value(), board.name(), board.description(), board.createdAt(), board.changedAt());
    }
}
