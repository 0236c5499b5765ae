package dev.sightline.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds operations and shared parts of an OpenAPI document. */
final class ApiDocument {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a method and a path name. */
    sealed interface Found {}

    /** An operation. */
    record Known(JsonNode operation) implements Found {}

    /** A path that has other methods. */
    record UnknownMethod() implements Found {}

    /** No path. */
    record UnknownPath() implements Found {}

    private record Template(Pattern form, long parameters, JsonNode item) {}

    private final JsonNode document;
    private final List<Template> templates;

    ApiDocument(JsonNode document) {
        this.document = document;
        this.templates = document.path("paths").properties().stream()
                .map(ApiDocument::template)
                .sorted(Comparator.comparingLong(Template::parameters))
                .toList();
    }

    static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("expected JSON, got " + json, e);
        }
    }

    /** The operation of a concrete path; of two templates that fit, the one with fewer parameters. */
    Found find(String method, String path) {
        return templates.stream()
                .filter(template -> template.form().matcher(path).matches())
                .findFirst()
                .map(template -> operation(template, method))
                .orElseGet(UnknownPath::new);
    }

    /** A response of an operation, which may be a reference; empty if it is not declared. */
    Optional<JsonNode> response(JsonNode declared) {
        return declared.isMissingNode() ? Optional.empty() : Optional.of(resolved(declared));
    }

    /** A response among the components. */
    Optional<JsonNode> shared(String name) {
        return response(document.path("components").path("responses").path(name));
    }

    /** The node itself, or what it refers to. */
    JsonNode resolved(JsonNode node) {
        String ref = node.path("$ref").asText();
        return ref.startsWith("#") ? resolved(document.at(ref.substring(1))) : node;
    }

    private static Template template(Map.Entry<String, JsonNode> path) {
        String form = Pattern.compile("\\{[^}]*}")
                .splitAsStream(path.getKey() + " ")
                .map(literal -> Pattern.quote(literal.strip()))
                .reduce((left, right) -> left + "[^/]+" + right)
                .orElseThrow();
        long parameters = path.getKey().chars().filter(c -> c == '{').count();
        return new Template(Pattern.compile(form), parameters, path.getValue());
    }

    private static Found operation(Template template, String method) {
        JsonNode operation = template.item().path(method.toLowerCase(Locale.ROOT));
        return operation.isMissingNode() ? new UnknownMethod() : new Known(operation);
    }
}
