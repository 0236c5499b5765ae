package dev.sightline.indexer;

import dev.sightline.queue.ReceivedMessage;
import dev.sightline.queue.Sent;
import java.util.LinkedHashMap;
import java.util.Map;

/** Messages of which nothing is known but what they say. */
final class ReceivedBodies {

    private ReceivedBodies() {}

    /** By the same ids. */
    static Map<String, ReceivedMessage> of(Map<String, String> bodies) {
        Map<String, ReceivedMessage> messages = new LinkedHashMap<>();
        bodies.forEach((id, body) -> messages.put(id, new ReceivedMessage(body, Sent.UNKNOWN)));
        return messages;
    }
}
