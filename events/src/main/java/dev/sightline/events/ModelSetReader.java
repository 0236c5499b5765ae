package dev.sightline.events;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import dev.sightline.visual.ModelRef;
import dev.sightline.visual.ModelSet;
import java.io.IOException;

/** Reads a {@link ModelSet}, of which only {@code labels} may be absent: it is younger than the others. */
final class ModelSetReader extends StdDeserializer<ModelSet> {

    private static final long serialVersionUID = 1L;

    ModelSetReader() {
        super(ModelSet.class);
    }

    @Override
    public ModelSet deserialize(JsonParser in, DeserializationContext context) throws IOException {
        RecordFields set = RecordFields.read(ModelSet.class, in, context);
        ModelRef labels = set.has("labels") ? set.required("labels", ModelRef.class) : null;
        try {
            return new ModelSet(
                    set.required("detector", ModelRef.class),
                    set.required("embedder", ModelRef.class),
                    set.required("binarizer", ModelRef.class),
                    labels,
                    set.required("dimensions", Integer.class),
                    set.required("bits", Integer.class));
        } catch (IllegalArgumentException e) {
            return context.reportInputMismatch(ModelSet.class, "%s", e.getMessage());
        }
    }
}
