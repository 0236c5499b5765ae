package dev.sightline.histories;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.events.EventJson;
import dev.sightline.storage.ImageStore;
import dev.sightline.testkit.Fixtures;
import dev.sightline.testkit.InMemoryImageStore;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The bucket of images, which tells of every change in EventBridge's words. Its sequencers differ in length, so that their order is
 * neither that of their numbers nor that of their lengths.
 */
final class Bucket {

    private static final int LONG_EVERY = 5;

    private final InMemoryImageStore store = new InMemoryImageStore();
    private final Map<String, Content> objects = new TreeMap<>();
    private final Set<String> touched = new TreeSet<>();
    private final Consumer<String> notices;
    private final UnaryOperator<String> sequencer;
    private int events;

    Bucket(Consumer<String> notices, UnaryOperator<String> sequencer) {
        this.notices = notices;
        this.sequencer = sequencer;
    }

    void put(String key, Content content) {
        String etag = store.put(key, content.bytes());
        objects.put(key, content);
        ObjectNode object = object(key).put("etag", etag).put("size", content.bytes().length);
        tell("Object Created", object);
    }

    void delete(String key) {
        if (objects.remove(key) != null) {
            store.remove(key);
            tell("Object Deleted", object(key));
        }
    }

    /** The bucket as the worker sees it. */
    ImageStore store() {
        return store;
    }

    /** What lies in the bucket now, by key. */
    Map<String, Content> objects() {
        return Map.copyOf(objects);
    }

    /** Every key that there ever was. */
    Set<String> touched() {
        return Set.copyOf(touched);
    }

    private ObjectNode object(String key) {
        events++;
        boolean isLong = touched.add(key) || events % LONG_EVERY == 0;
        String value = "%04X%s".formatted(events, isLong ? "80" : "");
        return JsonNodeFactory.instance.objectNode().put("key", key).put("sequencer", sequencer.apply(value));
    }

    private void tell(String type, ObjectNode object) {
        ObjectNode event = JsonNodeFactory.instance
                .objectNode()
                .put("version", "0")
                .put("detail-type", type)
                .put("source", "aws.s3");
        ObjectNode detail = event.putObject("detail").put("version", "0");
        detail.putObject("bucket").put("name", Fixtures.BUCKET);
        detail.set("object", object);
        notices.accept(EventJson.write(event));
    }
}
