package dev.sightline.blender.pins;

import dev.sightline.blender.receive.Limit;
import dev.sightline.events.BoardRecord;
import dev.sightline.index.PinIndex;
import dev.sightline.storage.BoardStore;
import dev.sightline.storage.Versioned;
import dev.sightline.visual.BoardId;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Makes, changes and lists boards, as {@link PinDesk} does with pins. The pins of a board that is deleted go after it, within seconds. */
public final class BoardDesk {

    private final BoardStore boards;
    private final PinIndex pins;
    private final Stamps stamps;

    public BoardDesk(BoardStore boards, PinIndex pins, Stamps stamps) {
        this.boards = boards;
        this.pins = pins;
        this.stamps = stamps;
    }

    /** A new board; others may have the same name. */
    public Versioned<BoardRecord> create(BoardBody body) {
        Instant now = stamps.now();
        BoardRecord board = body.toRecord(BoardId.of(stamps.bytes()), now, now);
        // Refused only where a lost answer was asked for again: the id is new.
        boards.create(board);
        return find(board.id());
    }

    /** A board. */
    public Versioned<BoardRecord> find(BoardId id) {
        return boards.find(id)
                .orElseThrow(() -> new SightlineException(ErrorCode.NOT_FOUND, "no board %s".formatted(id)));
    }

    /** Replaces everything that a client says of a board. */
    public Versioned<BoardRecord> replace(BoardId id, BoardBody body, Precondition precondition) {
        Instant now = stamps.now();
        BoardRecord changed = body.toRecord(id, now, now);
        return precondition.change(
                place(id), board -> new BoardRecord(id, changed.name(), changed.description(), board.createdAt(), now));
    }

    /** Deletes a board, and by that its pins. */
    public void delete(BoardId id) {
        find(id);
        boards.delete(id);
    }

    /** A page of boards, in the order of their ids. */
    public BoardsAnswer list(Limit limit, @Nullable String cursor) {
        return BoardsAnswer.page(boards.list(Cursor.board(cursor), limit.value()), limit.value());
    }

    /** A page of a board's pins of live images, newest first: what was saved last may be missing for about a second. */
    public PinsAnswer pins(BoardId id, Limit limit, @Nullable String cursor) {
        PinPlace after = Cursor.pin(cursor);
        find(id);
        return PinsAnswer.page(pins.ofBoard(id, after == null ? null : after.on(id), limit.value()), limit.value());
    }

    private Precondition.Place<BoardRecord> place(BoardId id) {
        return new Precondition.Place<>() {
            @Override
            public Versioned<BoardRecord> stored() {
                return find(id);
            }

            @Override
            public boolean replace(BoardRecord board, String expectedEtag) {
                return boards.replace(board, expectedEtag);
            }
        };
    }
}
