package dev.sightline.blender.pins;

import dev.sightline.events.BoardRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of boards; {@code next} is the cursor of the page after it, absent at the end. */
public record BoardsAnswer(
        List<BoardAnswer> boards, @Nullable String next) {

    public BoardsAnswer {
        boards = List.copyOf(boards);
    }

    /** A page that may be followed by another one if it has as many boards as were asked for. */
    static BoardsAnswer page(List<BoardRecord> boards, int limit) {
        String next =
                boards.size() < limit ? null : Cursor.after(boards.getLast().id());
        return new BoardsAnswer(boards.stream().map(BoardAnswer::of).toList(), next);
    }
}
