package dev.sightline.events;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;

/** Reads a {@link Frame}, of which only {@code number} may be absent: it is younger than the others. */
final class FrameReader extends StdDeserializer<Frame> {

    private static final long serialVersionUID = 1L;

    FrameReader() {
        super(Frame.class);
    }

    @Override
    public Frame deserialize(JsonParser in, DeserializationContext context) throws IOException {
        RecordFields frame = RecordFields.read(Frame.class, in, context);
        try {
            return new Frame(
                    frame.required("format", String.class),
                    frame.required("width", Integer.class),
                    frame.required("height", Integer.class),
                    frame.has("number") ? frame.required("number", Integer.class) : 0);
        } catch (IllegalArgumentException e) {
            return context.reportInputMismatch(Frame.class, "%s", e.getMessage());
        }
    }
}
