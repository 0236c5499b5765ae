package dev.sightline.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.events.Frame;
import dev.sightline.events.ImageAnalysis;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.Label;
import dev.sightline.visual.ModelSetId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The JSON of an image in the index; its id is the signature. */
final class ImageDocument {

    /** No object of the image has an ordinal at or above this: what has to be looked at when objects are replaced. */
    static final String OBJECT_SLOTS = "objectSlots";

    private ImageDocument() {}

    static ObjectNode write(IndexedImage image, int objectSlots) {
        ImageAnalysis analysis = image.features().analysis();
        ObjectNode document = JsonNodeFactory.instance
                .objectNode()
                .put("signature", image.signature().hex())
                .put("modelSet", analysis.modelSet().id().value())
                .put("format", analysis.frame().format())
                .put("width", analysis.frame().width())
                .put("height", analysis.frame().height())
                .put("frameNumber", analysis.frame().number())
                .put("indexedAt", image.indexedAt().toString())
                .put(OBJECT_SLOTS, objectSlots);
        image.keys().forEach(document.putArray("keys")::add);
        ArrayNode labels = document.putArray("labels");
        analysis.labels()
                .forEach(label -> labels.addObject().put("name", label.name()).put("confidence", label.confidence()));
        EmbeddingFields.write(analysis.embedding(), document);
        return document;
    }

    static StoredImage read(JsonNode document) {
        return new StoredImage(
                new ImageSignature(document.path("signature").asText()),
                new ModelSetId(document.path("modelSet").asText()),
                keys(document.path("keys")),
                new Frame(
                        document.path("format").asText(),
                        document.path("width").asInt(),
                        document.path("height").asInt(),
                        document.path("frameNumber").asInt()),
                labels(document.path("labels")),
                List.of(),
                EmbeddingFields.binary(document.path(EmbeddingFields.BINARY)),
                Instant.parse(document.path("indexedAt").asText()));
    }

    private static List<String> keys(JsonNode field) {
        List<String> keys = new ArrayList<>();
        field.forEach(key -> keys.add(key.asText()));
        return keys;
    }

    private static List<Label> labels(JsonNode field) {
        List<Label> labels = new ArrayList<>();
        field.forEach(label -> labels.add(
                new Label(label.path("name").asText(), label.path("confidence").asDouble())));
        return labels;
    }
}
