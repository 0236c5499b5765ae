package dev.sightline.events;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.TreeNode;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The fields of a record of which some may be absent. No record itself: those of this package are what is sent. */
final class RecordFields {

    private final Class<?> type;
    private final JsonNode fields;
    private final DeserializationContext context;

    private RecordFields(Class<?> type, JsonNode fields, DeserializationContext context) {
        this.type = type;
        this.fields = fields;
        this.context = context;
    }

    static RecordFields read(Class<?> type, JsonParser in, DeserializationContext context) throws IOException {
        TreeNode tree = in.readValueAsTree();
        JsonNode fields =
                tree instanceof JsonNode node ? node : context.getNodeFactory().nullNode();
        return new RecordFields(type, fields, context);
    }

    boolean has(String field) {
        return fields.hasNonNull(field);
    }

    <T> T required(String field, Class<T> fieldType) throws IOException {
        if (!has(field)) {
            context.reportInputMismatch(type, "expected a %s with '%s'", type.getSimpleName(), field);
        }
        return context.readTreeAsValue(fields.get(field), fieldType);
    }

    /** The elements of a list; none if the field is absent. */
    <T> List<T> list(String field, Class<T> elementType) throws IOException {
        if (!has(field)) {
            return List.of();
        }
        JsonNode elements = fields.get(field);
        if (!elements.isArray()) {
            context.reportInputMismatch(type, "expected a list in '%s' of %s", field, type.getSimpleName());
        }
        List<T> read = new ArrayList<>();
        for (JsonNode element : elements) {
            read.add(context.readTreeAsValue(element, elementType));
        }
        return read;
    }

    <T> List<T> requiredList(String field, Class<T> elementType) throws IOException {
        if (!has(field)) {
            context.reportInputMismatch(type, "expected a %s with '%s'", type.getSimpleName(), field);
        }
        return list(field, elementType);
    }
}
