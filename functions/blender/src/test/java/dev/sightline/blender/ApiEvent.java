package dev.sightline.blender;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.visual.AccessKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Objects;

/** A recorded REST API event, changed in the parts that a test is about. */
final class ApiEvent {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode event;
    private boolean keyed;

    private ApiEvent(ObjectNode event) {
        this.event = event;
    }

    static ApiEvent recorded(String name) {
        try (InputStream file = ApiEvent.class.getResourceAsStream("/events/" + name + ".json")) {
            JsonNode event = JSON.readTree(Objects.requireNonNull(file, () -> "no recorded event " + name));
            return new ApiEvent((ObjectNode) event);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ApiEvent withMethod(String method) {
        event.put("httpMethod", method);
        ((ObjectNode) event.get("requestContext")).put("httpMethod", method);
        return this;
    }

    ApiEvent withPath(String path) {
        event.put("path", path);
        return this;
    }

    ApiEvent withQuery(String name, String... values) {
        event.withObjectProperty("queryStringParameters").put(name, values[values.length - 1]);
        for (String value : values) {
            event.withObjectProperty("multiValueQueryStringParameters")
                    .withArrayProperty(name)
                    .add(value);
        }
        return this;
    }

    ApiEvent withHeader(String name, String value) {
        ((ObjectNode) event.get("headers")).put(name, value);
        ((ObjectNode) event.get("multiValueHeaders")).putArray(name).add(value);
        return this;
    }

    /** With a key, unless the test gave one, or said that there is none. */
    ApiEvent withKeyOf(AccessKey key) {
        return keyed ? this : withKey(key.text());
    }

    ApiEvent withKey(String... texts) {
        keyed = true;
        for (String text : texts) {
            ((ObjectNode) event.get("headers")).put(AccessKey.HEADER, text);
            ((ObjectNode) event.get("multiValueHeaders"))
                    .withArrayProperty(AccessKey.HEADER)
                    .add(text);
        }
        return this;
    }

    ApiEvent withBody(String text) {
        event.put("body", text).put("isBase64Encoded", false);
        return this;
    }

    ApiEvent withBody(byte[] bytes) {
        event.put("body", Base64.getEncoder().encodeToString(bytes)).put("isBase64Encoded", true);
        return this;
    }

    ApiEvent withoutRequestContext() {
        event.remove("requestContext");
        return this;
    }

    String method() {
        return event.get("httpMethod").asText();
    }

    String path() {
        return event.get("path").asText();
    }

    String toJson() {
        try {
            return JSON.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
