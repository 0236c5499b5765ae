package dev.sightline.blender.pins;

import dev.sightline.blender.receive.Limit;
import dev.sightline.events.BoardRecord;
import dev.sightline.index.PinIndex;
import dev.sightline.storage.BoardStore;
import dev.sightline.storage.Versioned;
import dev.sightline.visual.AccessScope;
import dev.sightline.visual.BoardId;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageCollection;
import dev.sightline.visual.SightlineException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes, changes and lists boards, as {@link PinDesk} does with pins. The pins of a board that is deleted go after it, within seconds. */
public final class BoardDesk {

    /** Boards that are read at once for a page: those of others are among them. */
    private static final int BATCH = 100;

    private final BoardStore boards;
    private final PinIndex pins;
    private final Stamps stamps;

    public BoardDesk(BoardStore boards, PinIndex pins, Stamps stamps) {
        this.boards = boards;
        this.pins = pins;
        this.stamps = stamps;
    }

    /** A new board; others may have the same name. */
    public Versioned<BoardRecord> create(BoardBody body, ImageCollection home) {
        Instant now = stamps.now();
        BoardRecord asked = body.toRecord(BoardId.of(stamps.bytes()), now, now);
        BoardRecord board = new BoardRecord(asked.id(), asked.name(), asked.description(), now, now, home);
        // Refused only where a lost answer was asked for again: the id is new.
        boards.create(board);
        return find(board.id(), AccessScope.of(home));
    }

    /** A board; one that may not be seen is not there. */
    public Versioned<BoardRecord> find(BoardId id, AccessScope scope) {
        return boards.find(id)
                .filter(board -> isSeen(board.value(), scope))
                .orElseThrow(() -> new SightlineException(ErrorCode.NOT_FOUND, "no board %s".formatted(id)));
    }

    /** Replaces everything that a client says of a board. */
    public Versioned<BoardRecord> replace(BoardId id, BoardBody body, Precondition precondition, AccessScope scope) {
        Instant now = stamps.now();
        BoardRecord changed = body.toRecord(id, now, now);
        return precondition.change(
                place(id, scope),
                board -> new BoardRecord(
                        id, changed.name(), changed.description(), board.createdAt(), now, board.collection()));
    }

    /** Deletes a board, and by that its pins. */
    public void delete(BoardId id, AccessScope scope) {
        find(id, scope);
        boards.delete(id);
    }

    /** A page of boards, in the order of their ids. */
    public BoardsAnswer list(Limit limit, @Nullable String cursor, AccessScope scope) {
        List<BoardRecord> page = new ArrayList<>();
        @Nullable BoardId last = Cursor.board(cursor);
        boolean more = true;
        while (more && page.size() < limit.value()) {
            List<BoardRecord> next = boards.list(last, BATCH);
            next.stream()
                    .filter(board -> isSeen(board, scope))
                    .limit(limit.value() - page.size())
                    .forEach(page::add);
            more = next.size() == BATCH;
            last = next.isEmpty() ? last : next.getLast().id();
        }
        return BoardsAnswer.page(page, limit.value());
    }

    static boolean isSeen(BoardRecord board, AccessScope scope) {
        return scope.only().map(board.collection()::equals).orElse(true);
    }

    /** A page of a board's pins of live images, newest first: what was saved last may be missing for about a second. */
    public PinsAnswer pins(BoardId id, Limit limit, @Nullable String cursor, AccessScope scope) {
        PinPlace after = Cursor.pin(cursor);
        find(id, scope);
        return PinsAnswer.page(pins.ofBoard(id, after == null ? null : after.on(id), limit.value()), limit.value());
    }

    private Precondition.Place<BoardRecord> place(BoardId id, AccessScope scope) {
        return new Precondition.Place<>() {
            @Override
            public Versioned<BoardRecord> stored() {
                return find(id, scope);
            }

            @Override
            public boolean replace(BoardRecord board, String expectedEtag) {
                return boards.replace(board, expectedEtag);
            }
        };
    }
}
