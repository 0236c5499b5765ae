package dev.sightline.testkit;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * An answer of the HTTP API, with what was asked.
 *
 * @param path as in the document, from {@code /v1/} on, without the query
 * @param headers by name, whose case does not matter; the first value of each
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record ApiAnswer(String method, String path, int status, Map<String, String> headers, byte[] body) {

    public ApiAnswer {
        Map<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(headers);
        headers = Collections.unmodifiableMap(byName);
    }

    /** The media type without its parameters; empty if there is none. */
    String mediaType() {
        return headers.getOrDefault("Content-Type", "").replaceAll("\\s*;.*", "");
    }

    String describe() {
        return "%s %s: %d %s".formatted(method, path, status, mediaType());
    }
}
