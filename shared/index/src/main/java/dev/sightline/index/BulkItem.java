package dev.sightline.index;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.visual.ImageSignature;
import org.jspecify.annotations.Nullable;

/** One document to write, or, without {@code document}, to delete, on behalf of an image. */
record BulkItem(
        String index,
        String id,
        ImageSignature image,
        @Nullable ObjectNode document) {

    static BulkItem write(String index, String id, ImageSignature image, ObjectNode document) {
        return new BulkItem(index, id, image, document);
    }

    static BulkItem delete(String index, String id, ImageSignature image) {
        return new BulkItem(index, id, image, null);
    }

    /** The same in another index. */
    BulkItem in(String other) {
        return new BulkItem(other, id, image, document);
    }

    /** The lines of this item in the body of a bulk request. */
    String lines() {
        ObjectNode target =
                JsonNodeFactory.instance.objectNode().put("_index", index).put("_id", id);
        ObjectNode action = JsonNodeFactory.instance.objectNode();
        action.set(document == null ? "delete" : "index", target);
        return document == null ? action + "\n" : action + "\n" + document + "\n";
    }
}
