package dev.sightline.blender.pins;

import dev.sightline.events.PinRecord;
import dev.sightline.visual.BoardId;
import dev.sightline.visual.PinId;
import java.time.Instant;

/** Where a pin stands in a list by time, to the millisecond, and then by id. */
record PinPlace(Instant createdAt, PinId id) {

    /** Whether a pin stands after this place in a list with the oldest first. */
    boolean isBefore(PinRecord pin) {
        int order = Long.compare(createdAt.toEpochMilli(), pin.createdAt().toEpochMilli());
        return order < 0 || (order == 0 && id.toString().compareTo(pin.id().toString()) < 0);
    }

    /** A pin of a board that stands here; nothing else of it is known. */
    PinRecord on(BoardId board) {
        return new PinRecord(id, board, "", "", "", createdAt, createdAt);
    }
}
