package dev.sightline.local.system;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the index holds.
 *
 * @param states of the sources, by key
 * @param images each image document
 * @param objects each object document, as {@code <signature>/<ordinal>}
 */
record IndexContents(Map<String, String> states, List<Document> images, List<String> objects) {

    /** An image document: the image's signature and the keys for which it stands. */
    record Document(String signature, Set<String> keys) {}

    String stateOf(String key) {
        return states.getOrDefault(key, "unknown");
    }
}
