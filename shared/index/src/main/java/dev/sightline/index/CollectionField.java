package dev.sightline.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.visual.AccessScope;
import dev.sightline.visual.ImageCollection;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * The collections that an image, or the image of an object, lies in, by its live keys. A document that was written before there were any lies in
 * none: it is seen by those who see all, until its image is written again.
 */
final class CollectionField {

    static final String NAME = "collections";

    private CollectionField() {}

    static void write(List<String> keys, ObjectNode document) {
        ArrayNode names = document.putArray(NAME);
        keys.stream()
                .map(key -> ImageCollection.ofKey(key).name())
                .distinct()
                .sorted()
                .forEach(names::add);
    }

    /** Whether a document may be seen. */
    static boolean isSeen(JsonNode document, AccessScope scope) {
        return scope.only()
                .map(collection -> StreamSupport.stream(document.path(NAME).spliterator(), false)
                        .anyMatch(name -> name.asText().equals(collection.name())))
                .orElse(true);
    }
}
