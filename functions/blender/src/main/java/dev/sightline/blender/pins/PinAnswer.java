package dev.sightline.blender.pins;

import dev.sightline.blender.receive.Forms;
import dev.sightline.events.PinRecord;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A pin: one save of the image {@code imageId} to a board. Texts are empty where there are none. */
@Schema(name = "Pin", description = "One save of an image to a board")
public record PinAnswer(
        @Schema(description = "the pin", pattern = Forms.PIN_ID)
        String id,

        @Schema(description = "the image that is saved", pattern = Forms.SIGNATURE)
        String imageId,

        @Schema(description = "the board that holds it", pattern = Forms.BOARD_ID)
        String boardId,

        @Schema(description = "empty where there is none") String title,
        @Schema(description = "empty where there is none") String description,

        @Schema(description = "where the save came from; empty where that is not known")
        String link,

        @Schema(description = "when it was saved") Instant createdAt,
        @Schema(description = "when it was changed last") Instant changedAt) {

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
