package dev.sightline.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import java.util.List;

/** Holds documents against the published schema and says what is wrong in our words. */
final class PolicySchema {

    private static final int SHOWN = 60;

    private PolicySchema() {}

    static List<PolicyMistake> mistakes(JsonNode document) {
        return Compiled.SCHEMA.validate(document).stream()
                .map(PolicySchema::mistake)
                .toList();
    }

    private static PolicyMistake mistake(Error error) {
        String pointer = error.getInstanceLocation().toString();
        JsonNode rule = Compiled.rule(error);
        return switch (error.getKeyword()) {
            case "required" -> new PolicyMistake(pointer + "/" + error.getProperty(), "a value", "none");
            case "additionalProperties" ->
                new PolicyMistake(pointer + "/" + error.getProperty(), "one of " + names(rule), "an unknown field");
            default -> new PolicyMistake(pointer, expected(error, rule), shown(error.getInstanceNode()));
        };
    }

    private static String names(JsonNode rule) {
        return String.join(
                ", ", (Iterable<String>) () -> rule.path("properties").fieldNames());
    }

    private static String expected(Error error, JsonNode rule) {
        JsonNode limit = error.getSchemaNode();
        return switch (error.getKeyword()) {
            case "type", "minimum", "maximum", "exclusiveMinimum" -> kind(rule);
            case "enum" -> "one of " + limit;
            case "pattern" -> "text that matches " + limit.asText();
            case "uniqueItems" -> "no value twice";
            case "maxItems" -> "at most %s values".formatted(limit);
            case "minItems" -> "at least %s value".formatted(limit);
            case "minProperties" -> "at least %s field".formatted(limit);
            default -> "what the schema says (%s)".formatted(error.getMessage());
        };
    }

    private static String kind(JsonNode rule) {
        String type = rule.path("type").asText();
        if (rule.has("exclusiveMinimum")) {
            return "a %s > %s and <= %s".formatted(type, rule.path("exclusiveMinimum"), rule.path("maximum"));
        }
        if (rule.has("minimum")) {
            return "%s in %s..%s".formatted(article(type), rule.path("minimum"), rule.path("maximum"));
        }
        return article(type);
    }

    private static String article(String type) {
        return ("aeio".indexOf(type.charAt(0)) < 0 ? "a " : "an ") + type;
    }

    private static String shown(JsonNode value) {
        String text = value.toString();
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }

    /** Made when the first document is checked. */
    private static final class Compiled {

        private static final JsonNode TEXT = PolicyDocument.tree(PolicyDocument.schema());

        static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        registry -> registry.schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .pathType(PathType.JSON_POINTER)
                                .build()))
                .getSchema(TEXT);

        /** The part of the schema whose keyword was not followed. */
        static JsonNode rule(Error error) {
            return TEXT.at(error.getSchemaLocation().getFragment().getParent().toString());
        }
    }
}
