package dev.sightline.blender;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.testkit.ApiContract;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The document says all that a client needs of every operation. */
@QuarkusTest
class ContractDocumentTest {

    private static final Set<String> COMMON_ERRORS = Set.of("400", "401", "403", "429", "500", "503", "504");

    private final LambdaApi api = new LambdaApi();
    private JsonNode document;

    /** One operation with its method and path. */
    private record Operation(String name, JsonNode body) {}

    @BeforeEach
    void read() {
        document = api.document();
    }

    @Test
    void document_isOfOpenApi31AndSaysWhatItIs() {
        assertThat(document.path("openapi").asText()).isEqualTo("3.1.0");
        assertThat(document.at("/info/title").asText()).isEqualTo("Sightline");
        assertThat(document.at("/info/version").asText()).isEqualTo("1.0.0");
        assertThat(operations()).hasSizeGreaterThanOrEqualTo(17);
    }

    @Test
    void operation_each_isDescribed() {
        Set<String> ids = new HashSet<>();
        for (Operation operation : operations()) {
            for (String field : List.of("summary", "description", "operationId")) {
                assertThat(operation.body().path(field).asText())
                        .as("%s of %s", field, operation.name())
                        .isNotBlank();
            }
            assertThat(operation.body().path("tags"))
                    .as("tags of %s", operation.name())
                    .hasSize(1);
            assertThat(ids.add(operation.body().path("operationId").asText()))
                    .as("an operationId of its own for %s", operation.name())
                    .isTrue();
            operation
                    .body()
                    .path("parameters")
                    .forEach(parameter -> assertThat(
                                    resolved(parameter).path("description").asText())
                            .as("description of %s of %s", parameter, operation.name())
                            .isNotBlank());
        }
    }

    @Test
    void operation_each_declaresItsErrors() {
        for (Operation operation : operations()) {
            JsonNode responses = operation.body().path("responses");
            Set<String> expected = new HashSet<>(COMMON_ERRORS);
            if (operation.name().contains("{")) {
                expected.add("404");
            }
            if (operation.body().has("requestBody")) {
                expected.addAll(List.of("413", "415"));
            }
            assertThat(names(responses)).as("statuses of %s", operation.name()).containsAll(expected);
            assertThat(names(responses).filter(status -> status.matches("[23]..")))
                    .as("success of %s", operation.name())
                    .isNotEmpty();
            responses.properties().stream()
                    .filter(response -> response.getKey().matches("[45].."))
                    .forEach(response -> assertIsProblem(operation.name(), resolved(response.getValue())));
        }
    }

    private static void assertIsProblem(String operation, JsonNode response) {
        assertThat(response.at("/content/application~1problem+json/schema/$ref").asText())
                .as("error of %s", operation)
                .isEqualTo("#/components/schemas/Problem");
        assertThat(response.path("x-codes")).as("codes of %s", response).isNotEmpty();
        assertThat(response.path("description").asText()).isNotBlank();
    }

    @Test
    void example_ofEachBody_isThereAndFitsItsSchema() {
        ApiContract contract = api.contract();
        List<String> wrong = new ArrayList<>();
        for (Operation operation : operations()) {
            media(operation).forEach(media -> {
                if (media.getValue().path("examples").isEmpty()) {
                    wrong.add("%s: no example of %s".formatted(operation.name(), media.getKey()));
                }
                media.getValue().path("examples").forEach(example -> {
                    JsonNode value = resolved(example).path("value");
                    if (!value.isMissingNode()) {
                        contract.mistakes(media.getValue().path("schema"), value)
                                .forEach(mistake -> wrong.add(operation.name() + ": " + mistake));
                    }
                });
            });
        }
        assertThat(wrong).isEmpty();
    }

    /** Of the request and of all responses. */
    private Stream<Map.Entry<String, JsonNode>> media(Operation operation) {
        Stream<JsonNode> responses = elements(operation.body().path("responses"));
        return Stream.concat(responses, Stream.of(operation.body().path("requestBody")))
                .map(this::resolved)
                .flatMap(body -> body.path("content").properties().stream());
    }

    @Test
    void schema_each_isDescribedWithItsProperties() {
        List<String> silent = new ArrayList<>();
        document.at("/components/schemas").properties().forEach(schema -> {
            requireDescription(schema.getKey(), schema.getValue(), silent);
            schema.getValue()
                    .path("properties")
                    .properties()
                    .forEach(property ->
                            requireDescription(schema.getKey() + "." + property.getKey(), property.getValue(), silent));
        });
        assertThat(silent).as("schemas without a description").isEmpty();
    }

    private void requireDescription(String name, JsonNode schema, List<String> silent) {
        boolean isDescribed = schema.has("description") || resolved(schema).has("description");
        if (!isDescribed) {
            silent.add(name);
        }
    }

    /** Answers have properties that are always there; a schema of which all are optional tells a client nothing. */
    @Test
    void schema_ofAnAnswer_hasRequiredProperties() {
        for (String name : List.of("Answer", "ResultGroup", "Result", "Why", "Problem", "Board", "Pin", "Upload")) {
            JsonNode schema = document.at("/components/schemas/" + name);
            assertThat(schema.path("required"))
                    .as("required properties of %s", name)
                    .isNotEmpty();
        }
        assertThat(document.at("/components/schemas/Answer/required").toString())
                .contains("requestId", "groups", "partial")
                .doesNotContain("queryId", "notKept");
    }

    private List<Operation> operations() {
        return document.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(operation ->
                                new Operation(operation.getKey() + " " + path.getKey(), operation.getValue())))
                .toList();
    }

    private JsonNode resolved(JsonNode node) {
        String ref = node.path("$ref").asText();
        return ref.startsWith("#") ? resolved(document.at(ref.substring(1))) : node;
    }

    private static Stream<JsonNode> elements(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }

    private static Stream<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey);
    }
}
