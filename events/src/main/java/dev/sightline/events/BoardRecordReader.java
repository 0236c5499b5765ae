package dev.sightline.events;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import dev.sightline.visual.BoardId;
import dev.sightline.visual.ImageCollection;
import java.io.IOException;
import java.time.Instant;

/** Reads a {@link BoardRecord}, of which only {@code collection} may be absent: it is younger than the others. */
final class BoardRecordReader extends StdDeserializer<BoardRecord> {

    private static final long serialVersionUID = 1L;

    BoardRecordReader() {
        super(BoardRecord.class);
    }

    @Override
    public BoardRecord deserialize(JsonParser in, DeserializationContext context) throws IOException {
        RecordFields board = RecordFields.read(BoardRecord.class, in, context);
        return new BoardRecord(
                board.required("id", BoardId.class),
                board.required("name", String.class),
                board.required("description", String.class),
                board.required("createdAt", Instant.class),
                board.required("changedAt", Instant.class),
                board.has("collection")
                        ? board.required("collection", ImageCollection.class)
                        : ImageCollection.DEFAULT);
    }
}
