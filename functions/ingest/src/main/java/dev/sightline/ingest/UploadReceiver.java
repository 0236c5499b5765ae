package dev.sightline.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.events.EventJson;
import dev.sightline.events.Sequencer;
import dev.sightline.events.SourceVersion;
import dev.sightline.ingest.BucketChange.ObjectCreated;
import dev.sightline.ingest.BucketChange.ObjectDeleted;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;

/**
 * Stage receive: reads the bucket's notifications, in which keys stand as they are, not encoded.
 *
 * <p>A body of another form is a mistake of the deployment: it throws, and the message ends in the dead-letter queue.
 */
final class UploadReceiver {

    BucketChange receive(String body) {
        JsonNode event = EventJson.read(body, JsonNode.class);
        String type = text(event, "/detail-type");
        return switch (type) {
            case "Object Created" -> new ObjectCreated(source(event), text(event, "/detail/object/etag"), size(event));
            case "Object Deleted" -> new ObjectDeleted(source(event));
            default ->
                throw new SightlineException(
                        ErrorCode.INVALID_REQUEST, "expected Object Created or Object Deleted, got '" + type + "'");
        };
    }

    private static SourceVersion source(JsonNode event) {
        return new SourceVersion(
                text(event, "/detail/bucket/name"),
                text(event, "/detail/object/key"),
                new Sequencer(text(event, "/detail/object/sequencer")));
    }

    private static String text(JsonNode event, String pointer) {
        JsonNode value = event.at(pointer);
        if (!value.isTextual()) {
            throw unexpected("text", pointer, value);
        }
        return value.textValue();
    }

    private static long size(JsonNode event) {
        String pointer = "/detail/object/size";
        JsonNode value = event.at(pointer);
        if (!value.isIntegralNumber()) {
            throw unexpected("a whole number", pointer, value);
        }
        return value.longValue();
    }

    private static SightlineException unexpected(String wanted, String pointer, JsonNode value) {
        return new SightlineException(
                ErrorCode.INVALID_REQUEST, "expected %s at %s, got %s".formatted(wanted, pointer, value.getNodeType()));
    }
}
