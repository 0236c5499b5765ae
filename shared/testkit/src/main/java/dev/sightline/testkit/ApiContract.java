package dev.sightline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Whether answers are what an OpenAPI 3.1 document says: status, media type, declared headers, and the body by its JSON Schema.
 *
 * <p>Stricter than the document in one way: a property that is not declared fails, although clients are told to ignore such ones. Safe for all
 * threads.
 */
public final class ApiContract {

    private static final String PROBLEM = "application/problem+json";
    private static final int NO_SUCH_PATH = 404;
    private static final int NO_SUCH_METHOD = 405;

    private final ApiDocument document;
    private final ApiSchemas schemas;

    /** The contract that a document states. */
    public ApiContract(JsonNode document) {
        this.document = new ApiDocument(document);
        this.schemas = new ApiSchemas(document);
    }

    /** Fails with everything that is not as documented. */
    public void assertKept(ApiAnswer answer) {
        assertThat(violations(answer))
                .as("breaches of the API's contract by %s", answer.describe())
                .isEmpty();
    }

    /** Everything about an answer that is not as documented. */
    public List<String> violations(ApiAnswer answer) {
        return response(answer)
                .map(response -> violations(response, answer))
                .orElseGet(() -> List.of("undeclared status %d".formatted(answer.status())));
    }

    /** The mistakes of a JSON value by a schema of the document. */
    public List<String> mistakes(JsonNode schema, JsonNode value) {
        return schemas.mistakes(schema, value.toString());
    }

    /** What is no operation is declared too: nothing is there, or it has other methods. */
    private Optional<JsonNode> response(ApiAnswer answer) {
        return switch (document.find(answer.method(), answer.path())) {
            case ApiDocument.Known(JsonNode operation) ->
                document.response(operation.path("responses").path(Integer.toString(answer.status())));
            case ApiDocument.UnknownMethod none ->
                answer.status() == NO_SUCH_METHOD ? document.shared("MethodNotAllowed") : Optional.empty();
            case ApiDocument.UnknownPath none ->
                answer.status() == NO_SUCH_PATH ? document.shared("NotFound") : Optional.empty();
        };
    }

    private List<String> violations(JsonNode response, ApiAnswer answer) {
        List<String> found = new ArrayList<>(headerMistakes(response, answer));
        JsonNode content = response.path("content");
        if (content.isEmpty()) {
            if (answer.body().length > 0) {
                found.add("expected no body, got %d bytes".formatted(answer.body().length));
            }
            return found;
        }
        Optional<JsonNode> media = media(content, answer.mediaType());
        if (media.isEmpty()) {
            found.add("undeclared media type '%s'".formatted(answer.mediaType()));
        } else if (answer.mediaType().endsWith("json")) {
            found.addAll(bodyMistakes(response, media.get(), answer));
        }
        return found;
    }

    private List<String> bodyMistakes(JsonNode response, JsonNode media, ApiAnswer answer) {
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        List<String> found = new ArrayList<>(schemas.mistakes(media.path("schema"), body));
        if (found.isEmpty() && answer.mediaType().equals(PROBLEM)) {
            String code = ApiDocument.parse(body).path("code").asText();
            if (!declaredCodes(response).contains(code)) {
                found.add("undeclared code '%s'".formatted(code));
            }
        }
        return found;
    }

    private static List<String> declaredCodes(JsonNode response) {
        return StreamSupport.stream(response.path("x-codes").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private List<String> headerMistakes(JsonNode response, ApiAnswer answer) {
        List<String> found = new ArrayList<>();
        for (Map.Entry<String, JsonNode> declared : response.path("headers").properties()) {
            JsonNode header = document.resolved(declared.getValue());
            String value = answer.headers().get(declared.getKey());
            if (value == null) {
                if (header.path("required").asBoolean()) {
                    found.add("missing header " + declared.getKey());
                }
            } else {
                schemas.textMistakes(header.path("schema"), value)
                        .forEach(mistake -> found.add(declared.getKey() + ": " + mistake));
            }
        }
        return found;
    }

    private static Optional<JsonNode> media(JsonNode content, String mediaType) {
        return content.properties().stream()
                .filter(media -> isIn(mediaType, media.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static boolean isIn(String mediaType, String range) {
        return range.endsWith("/*")
                ? mediaType.startsWith(range.substring(0, range.length() - 1))
                : mediaType.equalsIgnoreCase(range);
    }
}
