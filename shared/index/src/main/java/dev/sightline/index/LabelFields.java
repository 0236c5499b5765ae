package dev.sightline.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.visual.Label;
import java.util.ArrayList;
import java.util.List;

/** The field of labels, surest first, that image and object documents share. */
final class LabelFields {

    /** What a filter looks for. */
    static final String NAME = "labels.name";

    private static final String LABELS = "labels";

    private LabelFields() {}

    static void write(List<Label> labels, ObjectNode document) {
        ArrayNode field = document.putArray(LABELS);
        labels.forEach(label -> field.addObject().put("name", label.name()).put("confidence", label.confidence()));
    }

    /** No labels if the document was written before it had some. */
    static List<Label> read(JsonNode document) {
        List<Label> labels = new ArrayList<>();
        document.path(LABELS)
                .forEach(label -> labels.add(new Label(
                        label.path("name").asText(), label.path("confidence").asDouble())));
        return labels;
    }
}
