package dev.sightline.blender.pins;

import dev.sightline.blender.receive.ImageReference;
import dev.sightline.blender.receive.Limit;
import dev.sightline.events.PinRecord;
import dev.sightline.storage.BoardStore;
import dev.sightline.storage.PinStore;
import dev.sightline.storage.Versioned;
import dev.sightline.visual.BoardId;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.PinId;
import dev.sightline.visual.SightlineException;
import java.time.Instant;
import java.util.List;
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
    public Versioned<PinRecord> create(PinBody body) {
        PinTexts texts = body.texts();
        BoardId board = body.requiredBoard();
        ImageReference reference = ImageReference.parse(body.requiredImage());
        requireBoard(board);
        PinId id = PinId.of(images.signature(reference), stamps.bytes());
        Instant now = stamps.now();
        // Refused only where a lost answer was asked for again: the id is new.
        pins.create(new PinRecord(id, board, texts.title(), texts.description(), texts.link(), now, now));
        return find(id);
    }

    /** A pin. */
    public Versioned<PinRecord> find(PinId id) {
        return pins.find(id).orElseThrow(() -> new SightlineException(ErrorCode.NOT_FOUND, "no pin %s".formatted(id)));
    }

    /** Replaces everything that a client says of a pin. */
    public Versioned<PinRecord> replace(PinId id, PinBody body, Precondition precondition) {
        body.requireNoImage();
        PinTexts texts = body.texts();
        BoardId board = body.requiredBoard();
        requireBoard(board);
        return precondition.change(place(id), pin -> changed(pin, board, texts));
    }

    /** Takes a save back. */
    public void delete(PinId id) {
        find(id);
        pins.delete(id);
    }

    /** A page of the pins of a live image, oldest first. */
    public PinsAnswer ofImage(ImageReference reference, Limit limit, @Nullable String cursor) {
        PinPlace after = Cursor.pin(cursor);
        List<PinRecord> page = pins.ofImage(images.signature(reference)).stream()
                .filter(pin -> after == null || after.isBefore(pin))
                .limit(limit.value())
                .toList();
        return PinsAnswer.page(page, limit.value());
    }

    private PinRecord changed(PinRecord pin, BoardId board, PinTexts texts) {
        return new PinRecord(
                pin.id(), board, texts.title(), texts.description(), texts.link(), pin.createdAt(), stamps.now());
    }

    private void requireBoard(BoardId board) {
        if (boards.find(board).isEmpty()) {
            throw new SightlineException(ErrorCode.NOT_FOUND, "no board %s".formatted(board));
        }
    }

    private Precondition.Place<PinRecord> place(PinId id) {
        return new Precondition.Place<>() {
            @Override
            public Versioned<PinRecord> stored() {
                return find(id);
            }

            @Override
            public boolean replace(PinRecord pin, String expectedEtag) {
                return pins.replace(pin, expectedEtag);
            }
        };
    }
}
