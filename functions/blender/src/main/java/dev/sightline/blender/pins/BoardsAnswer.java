package dev.sightline.blender.pins;

import dev.sightline.events.BoardRecord;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of boards; {@code next} is the cursor of the page after it, absent at the end. */
@Schema(name = "BoardPage", description = "A page of boards, in the order of their ids")
public record BoardsAnswer(
        @Schema(description = "the boards") List<BoardAnswer> boards,

        @Schema(description = "cursor of the next page; absent at the end") @Nullable String next) {

    public BoardsAnswer {
        boards = List.copyOf(boards);
    }

    /** A page that may be followed by another one if it has as many boards as were asked for. */
    static BoardsAnswer page(List<BoardRecord> boards, int limit) {
        String next =
                boards.size() < limit ? null : Cursor.after(boards.getLast().id());
        return new BoardsAnswer(boards.stream().map(BoardAnswer::of).toList(), next);
    }

    /** The same page, with another text for where the next one begins. */
    public BoardsAnswer withNext(@Nullable String cursor) {
        return new BoardsAnswer(boards, cursor);
    }
}
