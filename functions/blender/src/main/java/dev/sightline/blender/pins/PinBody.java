package dev.sightline.blender.pins;

import dev.sightline.blender.receive.Forms;
import dev.sightline.events.CatalogueTexts;
import dev.sightline.visual.BoardId;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a client says of a pin. {@code imageId}, of either form, belongs to a new pin only; {@code boardId} is required; {@code title}, {@code
 * description} and {@code link} are empty where they are absent.
 */
@Schema(requiredProperties = "boardId", description = "What a client says of a pin")
public record PinBody(
        @Schema(
                description = "the image to save, by either form of its id; required in a new pin, refused in a change",
                pattern = Forms.IMAGE_ID)
        @Nullable String imageId,

        @Schema(description = "the board to save it to", pattern = Forms.BOARD_ID) @Nullable String boardId,

        @Schema(description = "at most 200 characters in one line; empty if absent") @Nullable String title,

        @Schema(description = "at most 2000 characters; empty if absent") @Nullable String description,

        @Schema(
                description =
                        "an absolute http or https URL of at most 2000 characters, which is never fetched; empty if absent")
        @Nullable String link) {

    String requiredImage() {
        return required("imageId", imageId);
    }

    /** A pin stays with its image: to save another image is another pin. */
    void requireNoImage() {
        if (imageId != null) {
            throw invalid("expected no imageId in a change of a pin, got '%s'".formatted(imageId));
        }
    }

    BoardId requiredBoard() {
        return new BoardId(required("boardId", boardId));
    }

    PinTexts texts() {
        return new PinTexts(
                CatalogueTexts.title(title), CatalogueTexts.description(description), CatalogueTexts.link(link));
    }

    private static String required(String field, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            throw invalid("expected %s, got none".formatted(field));
        }
        return value;
    }

    private static SightlineException invalid(String message) {
        return new SightlineException(ErrorCode.INVALID_REQUEST, message);
    }
}
