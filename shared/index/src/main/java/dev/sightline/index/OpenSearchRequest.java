package dev.sightline.index;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request of OpenSearch's REST API. {@code path} holds names and ids only, which need no encoding. */
record OpenSearchRequest(
        String method,
        String path,
        Map<String, String> parameters,
        @Nullable Content content) {

    private static final String JSON = "application/json";
    private static final String LINES_OF_JSON = "application/x-ndjson";

    OpenSearchRequest {
        parameters = Map.copyOf(parameters);
    }

    static OpenSearchRequest get(String path) {
        return new OpenSearchRequest("GET", path, Map.of(), null);
    }

    static OpenSearchRequest post(String path) {
        return new OpenSearchRequest("POST", path, Map.of(), null);
    }

    static OpenSearchRequest post(String path, JsonNode body) {
        return new OpenSearchRequest("POST", path, Map.of(), Content.json(body));
    }

    static OpenSearchRequest put(String path, JsonNode body) {
        return new OpenSearchRequest("PUT", path, Map.of(), Content.json(body));
    }

    /** Writes go to aliases only: to an index that does not exist, OpenSearch would make one by guessing. */
    static OpenSearchRequest bulk(String lines) {
        return new OpenSearchRequest(
                "POST", "/_bulk", Map.of("require_alias", "true"), new Content(LINES_OF_JSON, lines));
    }

    /** This request with one more query parameter. */
    OpenSearchRequest with(String name, Object value) {
        Map<String, String> more = new HashMap<>(parameters);
        more.put(name, value.toString());
        return new OpenSearchRequest(method, path, more, content);
    }

    record Content(String type, String text) {

        static Content json(JsonNode body) {
            return new Content(JSON, body.toString());
        }

        byte[] bytes() {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }
}
