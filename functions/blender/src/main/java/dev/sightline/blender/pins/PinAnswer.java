package dev.sightline.blender.pins;

import dev.sightline.events.PinRecord;
import java.time.Instant;

/** A pin: one save of the image {@code imageId} to a board. Texts are empty where there are none. */
public record PinAnswer(
        String id,
        String imageId,
        String boardId,
        String title,
        String description,
        String link,
        Instant createdAt,
        Instant changedAt) {

    /** The answer for a pin. */
    public static PinAnswer of(PinRecord pin) {
        return new PinAnswer(
                pin.id().toString(),
                pin.id().image().hex(),
                pin.board().value(),
                pin.title(),
                pin.description(),
                pin.link(),
                pin.createdAt(),
                pin.changedAt());
    }
}
