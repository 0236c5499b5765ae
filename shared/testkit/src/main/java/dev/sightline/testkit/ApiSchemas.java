package dev.sightline.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The JSON Schemas (2020-12) of an OpenAPI document, closed: no property but the declared ones. Formats are checked. */
final class ApiSchemas {

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private final JsonNode components;
    private final Map<JsonNode, Schema> compiled = new ConcurrentHashMap<>();

    ApiSchemas(JsonNode document) {
        ObjectNode closed = document.path("components").deepCopy();
        closed.retain("schemas");
        closed.path("schemas").forEach(ApiSchemas::close);
        this.components = closed;
    }

    /** What is wrong with a JSON text; a single entry if it is no JSON. */
    List<String> mistakes(JsonNode schema, String json) {
        try {
            ApiDocument.parse(json);
        } catch (IllegalArgumentException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
        return compiled.computeIfAbsent(schema, this::compile).validate(json, InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }

    /** What is wrong with the text of a header, which is read as JSON where the schema wants a number. */
    List<String> textMistakes(JsonNode schema, String text) {
        boolean isNumber = schema.path("type").asText().matches("integer|number");
        String json = isNumber ? text : JsonNodeFactory.instance.textNode(text).toString();
        return mistakes(schema, json);
    }

    private Schema compile(JsonNode schema) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        whole.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        whole.set("components", components);
        whole.setAll((ObjectNode) schema.deepCopy());
        return REGISTRY.getSchema(whole);
    }

    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.has("properties") && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
    }
}
