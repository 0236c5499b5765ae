package dev.sightline.events;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.TreeNode;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
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
        TreeNode tree = in.readValueAsTree();
        JsonNode set =
                tree instanceof JsonNode node ? node : context.getNodeFactory().nullNode();
        ModelRef labels = set.hasNonNull("labels") ? required(set, "labels", ModelRef.class, context) : null;
        try {
            return new ModelSet(
                    required(set, "detector", ModelRef.class, context),
                    required(set, "embedder", ModelRef.class, context),
                    required(set, "binarizer", ModelRef.class, context),
                    labels,
                    required(set, "dimensions", Integer.class, context),
                    required(set, "bits", Integer.class, context));
        } catch (IllegalArgumentException e) {
            return context.reportInputMismatch(ModelSet.class, "%s", e.getMessage());
        }
    }

    private static <T> T required(JsonNode set, String part, Class<T> type, DeserializationContext context)
            throws IOException {
        if (!set.hasNonNull(part)) {
            context.reportInputMismatch(ModelSet.class, "expected a model set with '%s'", part);
        }
        return context.readTreeAsValue(set.get(part), type);
    }
}
