package dev.sightline.events;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import dev.sightline.visual.DetectedObject;
import dev.sightline.visual.Embedding;
import dev.sightline.visual.Label;
import java.io.IOException;

/** Reads an {@link AnalyzedObject}, of which only {@code labels} may be absent: they are younger than the others. */
final class AnalyzedObjectReader extends StdDeserializer<AnalyzedObject> {

    private static final long serialVersionUID = 1L;

    AnalyzedObjectReader() {
        super(AnalyzedObject.class);
    }

    @Override
    public AnalyzedObject deserialize(JsonParser in, DeserializationContext context) throws IOException {
        RecordFields fields = RecordFields.read(AnalyzedObject.class, in, context);
        return new AnalyzedObject(
                fields.required("object", DetectedObject.class),
                fields.required("embedding", Embedding.class),
                fields.list("labels", Label.class));
    }
}
