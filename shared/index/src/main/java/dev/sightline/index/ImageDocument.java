package dev.sightline.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.events.Frame;
import dev.sightline.events.ImageAnalysis;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelSetId;
import dev.sightline.visual.SalientColor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The JSON of an image in the index; its id is the signature. Fields that a document was written without, are read as empty.
 */
final class ImageDocument {

    /** No object of the image has an ordinal at or above this: what has to be looked at when objects are replaced. */
    static final String OBJECT_SLOTS = "objectSlots";

    /** The categories of the image's objects. */
    static final String OBJECT_CATEGORIES = "objectCategories";

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
        CollectionField.write(image.keys(), document);
        LabelFields.write(analysis.labels(), document);
        LabelLevels.write(analysis.labels(), document);
        ArrayNode categories = document.putArray(OBJECT_CATEGORIES);
        analysis.objects().stream()
                .map(analyzed -> analyzed.object().category())
                .distinct()
                .forEach(categories::add);
        TextFields.write(image.texts(), document);
        ArrayNode colors = document.putArray("colors");
        analysis.colors()
                .forEach(color -> colors.addObject()
                        .put("name", color.name())
                        .put("lightness", color.lightness())
                        .put("a", color.a())
                        .put("b", color.b())
                        .put("share", color.share()));
        EmbeddingFields.write(analysis.embedding(), document);
        return document;
    }

    static StoredImage read(JsonNode document) {
        List<String> keys = keys(document.path("keys"));
        return new StoredImage(
                new ImageSignature(document.path("signature").asText()),
                new ModelSetId(document.path("modelSet").asText()),
                keys,
                new Frame(
                        document.path("format").asText(),
                        document.path("width").asInt(),
                        document.path("height").asInt(),
                        document.path("frameNumber").asInt()),
                LabelFields.read(document),
                colors(document.path("colors")),
                EmbeddingFields.binary(document.path(EmbeddingFields.BINARY)),
                TextFields.read(document, keys),
                Instant.parse(document.path("indexedAt").asText()));
    }

    private static List<String> keys(JsonNode field) {
        List<String> keys = new ArrayList<>();
        field.forEach(key -> keys.add(key.asText()));
        return keys;
    }

    private static List<SalientColor> colors(JsonNode field) {
        List<SalientColor> colors = new ArrayList<>();
        field.forEach(color -> colors.add(new SalientColor(
                color.path("name").asText(),
                color.path("lightness").asDouble(),
                color.path("a").asDouble(),
                color.path("b").asDouble(),
                color.path("share").asDouble())));
        return colors;
    }
}
