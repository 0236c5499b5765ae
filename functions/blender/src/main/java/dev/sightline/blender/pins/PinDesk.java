package dev.sightline.blender.pins;

import dev.sightline.blender.receive.ImageReference;
import dev.sightline.blender.receive.Limit;
import dev.sightline.events.BoardRecord;
import dev.sightline.events.PinRecord;
import dev.sightline.storage.BoardStore;
import dev.sightline.storage.PinStore;
import dev.sightline.storage.Versioned;
import dev.sightline.visual.AccessScope;
import dev.sightline.visual.BoardId;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.PinId;
import dev.sightline.visual.SightlineException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Saves images to boards: writes the truth only; the views follow by the bucket's notices, within seconds. What is not there is {@link
 * ErrorCode#NOT_FOUND}.
 */
public final class PinDesk {

    private final PinStore pins;
    private final BoardStore boards;
    private final LiveImages images;
    private final Stamps stamps;

    public PinDesk(PinStore pins, BoardStore boards, LiveImages images, Stamps stamps) {
        this.pins = pins;
        this.boards = boards;
        this.images = images;
        this.stamps = stamps;
    }

    /** Saves a live image to a board once more. */
    public Versioned<PinRecord> create(PinBody body, AccessScope scope) {
        PinTexts texts = body.texts();
        BoardId board = body.requiredBoard();
        ImageReference reference = ImageReference.parse(body.requiredImage());
        requireBoard(board, scope);
        PinId id = PinId.of(images.signature(reference, scope), stamps.bytes());
        Instant now = stamps.now();
        // Refused only where a lost answer was asked for again: the id is new.
        pins.create(new PinRecord(id, board, texts.title(), texts.description(), texts.link(), now, now));
        return find(id, scope);
    }

    /** A pin. */
    public Versioned<PinRecord> find(PinId id, AccessScope scope) {
        return pins.find(id)
                .filter(pin -> isSeen(pin.value().board(), scope))
                .orElseThrow(() -> new SightlineException(ErrorCode.NOT_FOUND, "no pin %s".formatted(id)));
    }

    /** Replaces everything that a client says of a pin. */
    public Versioned<PinRecord> replace(PinId id, PinBody body, Precondition precondition, AccessScope scope) {
        body.requireNoImage();
        PinTexts texts = body.texts();
        BoardId board = body.requiredBoard();
        requireBoard(board, scope);
        return precondition.change(place(id, scope), pin -> changed(pin, board, texts));
    }

    /** Takes a save back. */
    public void delete(PinId id, AccessScope scope) {
        find(id, scope);
        pins.delete(id);
    }

    /** A page of the pins of a live image, oldest first. */
    public PinsAnswer ofImage(ImageReference reference, Limit limit, @Nullable String cursor, AccessScope scope) {
        PinPlace after = Cursor.pin(cursor);
        List<PinRecord> page = seen(pins.ofImage(images.signature(reference, scope)), scope).stream()
                .filter(pin -> after == null || after.isBefore(pin))
                .limit(limit.value())
                .toList();
        return PinsAnswer.page(page, limit.value());
    }

    private PinRecord changed(PinRecord pin, BoardId board, PinTexts texts) {
        return new PinRecord(
                pin.id(), board, texts.title(), texts.description(), texts.link(), pin.createdAt(), stamps.now());
    }

    /** Those on boards that may be seen. */
    private List<PinRecord> seen(List<PinRecord> all, AccessScope scope) {
        if (scope.equals(AccessScope.ALL)) {
            return all;
        }
        Map<BoardId, BoardRecord> known =
                boards.find(all.stream().map(PinRecord::board).collect(Collectors.toSet()));
        return all.stream()
                .filter(pin -> Optional.ofNullable(known.get(pin.board()))
                        .filter(board -> BoardDesk.isSeen(board, scope))
                        .isPresent())
                .toList();
    }

    /** A pin is its board's. Who sees everything also sees a pin whose board is just being deleted. */
    private boolean isSeen(BoardId board, AccessScope scope) {
        return scope.equals(AccessScope.ALL)
                || boards.find(board)
                        .filter(kept -> BoardDesk.isSeen(kept.value(), scope))
                        .isPresent();
    }

    private void requireBoard(BoardId board, AccessScope scope) {
        if (boards.find(board)
                .filter(kept -> BoardDesk.isSeen(kept.value(), scope))
                .isEmpty()) {
            throw new SightlineException(ErrorCode.NOT_FOUND, "no board %s".formatted(board));
        }
    }

    private Precondition.Place<PinRecord> place(PinId id, AccessScope scope) {
        return new Precondition.Place<>() {
            @Override
            public Versioned<PinRecord> stored() {
                return find(id, scope);
            }

            @Override
            public boolean replace(PinRecord pin, String expectedEtag) {
                return pins.replace(pin, expectedEtag);
            }
        };
    }
}
