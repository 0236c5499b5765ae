package dev.sightline.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.events.PinRecord;
import dev.sightline.visual.BoardId;
import dev.sightline.visual.PinId;
import java.time.Instant;

/** The JSON of a pin in the index; its id is the pin's. */
final class PinDocument {

    static final String PIN = "pin";
    static final String IMAGE = "image";
    static final String BOARD = "board";
    static final String CREATED_AT = "createdAt";

    /** Whether this is the one pin of its image and board that counts: several saves of an image to a board are one board in common. */
    static final String FIRST_OF_BOARD = "firstOfBoard";

    private PinDocument() {}

    static ObjectNode write(PinRecord pin, boolean firstOfBoard) {
        return JsonNodeFactory.instance
                .objectNode()
                .put(PIN, pin.id().toString())
                .put(IMAGE, pin.id().image().hex())
                .put(BOARD, pin.board().value())
                .put(FIRST_OF_BOARD, firstOfBoard)
                .put("title", pin.title())
                .put("description", pin.description())
                .put("link", pin.link())
                .put(CREATED_AT, pin.createdAt().toString())
                .put("changedAt", pin.changedAt().toString());
    }

    static PinRecord read(JsonNode document) {
        return new PinRecord(
                PinId.parse(document.path(PIN).asText()),
                new BoardId(document.path(BOARD).asText()),
                document.path("title").asText(),
                document.path("description").asText(),
                document.path("link").asText(),
                Instant.parse(document.path(CREATED_AT).asText()),
                Instant.parse(document.path("changedAt").asText()));
    }
}
