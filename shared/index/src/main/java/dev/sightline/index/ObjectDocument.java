package dev.sightline.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.events.AnalyzedObject;
import dev.sightline.visual.DetectedObject;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelSetId;
import dev.sightline.visual.NormalizedBox;
import dev.sightline.visual.ObjectId;
import java.util.List;

/** The JSON of a detected object in the index; its id is that of the object. Labels that a document lacks are read as none. */
final class ObjectDocument {

    private ObjectDocument() {}

    /** @param keys of the image that shows the object */
    static ObjectNode write(ObjectId id, ModelSetId modelSet, AnalyzedObject analyzed, List<String> keys) {
        DetectedObject object = analyzed.object();
        NormalizedBox box = object.box();
        ObjectNode document = JsonNodeFactory.instance
                .objectNode()
                .put("signature", id.signature().hex())
                .put("ordinal", id.index())
                .put("modelSet", modelSet.value())
                .put("category", object.category())
                .put("confidence", object.confidence());
        document.putObject("box")
                .put("x", box.x())
                .put("y", box.y())
                .put("w", box.w())
                .put("h", box.h());
        CollectionField.write(keys, document);
        LabelFields.write(analyzed.labels(), document);
        EmbeddingFields.write(analyzed.embedding(), document);
        return document;
    }

    static StoredObject read(JsonNode document) {
        JsonNode box = document.path("box");
        return new StoredObject(
                new ObjectId(
                        new ImageSignature(document.path("signature").asText()),
                        document.path("ordinal").asInt()),
                new DetectedObject(
                        document.path("category").asText(),
                        document.path("confidence").asDouble(),
                        new NormalizedBox(
                                box.path("x").asDouble(),
                                box.path("y").asDouble(),
                                box.path("w").asDouble(),
                                box.path("h").asDouble())),
                LabelFields.read(document));
    }
}
