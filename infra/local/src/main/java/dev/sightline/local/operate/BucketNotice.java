package dev.sightline.local.operate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.events.Sequencer;
import dev.sightline.storage.BucketObject;

/**
 * What the bucket should have said of a key and did not, as an operation says it on its behalf.
 *
 * <p>Its sequencer lies behind what is known of the key and before every later event of the bucket itself: such an event wins, in
 * whatever order the two arrive.
 */
public sealed interface BucketNotice {

    /** The key of which it speaks. */
    String key();

    /** The JSON of the event that the bucket sends through EventBridge, as ingest reads it. */
    JsonNode event(String bucket);

    /** The key has this content. */
    record Created(BucketObject object, Sequencer sequencer) implements BucketNotice {

        @Override
        public String key() {
            return object.key();
        }

        @Override
        public JsonNode event(String bucket) {
            ObjectNode event = BucketNotice.event("Object Created", bucket);
            BucketNotice.object(event, key(), sequencer)
                    .put("size", object.size())
                    .put("etag", object.etag());
            return event;
        }
    }

    /** The key is gone. */
    record Deleted(String key, Sequencer sequencer) implements BucketNotice {

        @Override
        public JsonNode event(String bucket) {
            ObjectNode event = BucketNotice.event("Object Deleted", bucket);
            BucketNotice.object(event, key, sequencer);
            return event;
        }
    }

    private static ObjectNode event(String type, String bucket) {
        ObjectNode event = JsonNodeFactory.instance
                .objectNode()
                .put("version", "0")
                .put("detail-type", type)
                .put("source", "sightline.launcher");
        event.putObject("detail").putObject("bucket").put("name", bucket);
        return event;
    }

    private static ObjectNode object(ObjectNode event, String key, Sequencer sequencer) {
        return event.withObject("/detail").putObject("object").put("key", key).put("sequencer", sequencer.value());
    }
}
