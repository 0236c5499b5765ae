package dev.sightline.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.sightline.events.EngagementKind;
import dev.sightline.visual.DotGate;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema is the documentation: it has to say everything, and nothing else. */
class PolicySchemaTest {

    private final JsonNode schema = PolicyDocument.tree(PolicyDocument.schema());

    static Stream<Arguments> records() {
        return Stream.of(
                arguments("/$defs/dots", DotPolicy.class),
                arguments("/$defs/dots/properties/gate", DotGate.class),
                arguments("/$defs/annotations", AnnotationPolicy.class),
                arguments("/$defs/objects", ObjectPolicy.class),
                arguments("/$defs/related", RelatedPolicy.class),
                arguments("/$defs/boost", BoostPolicy.class),
                arguments("/$defs/experiment", Experiment.class),
                arguments("/$defs/source", SourcePolicy.class),
                arguments("/$defs/category", CategoryRule.class));
    }

    @ParameterizedTest
    @MethodSource("records")
    void schema_ofEveryRecord_hasItsComponentsInTheirOrder(String pointer, Class<?> record) {
        assertThat(fields(pointer)).isEqualTo(components(record));
        assertThat(required(pointer)).isEqualTo(components(record));
    }

    @Test
    void schema_ofTheDocument_hasTheComponentsOfThePolicy() {
        List<String> always = new ArrayList<>(components(BlenderPolicy.class));
        always.remove("related");
        assertThat(required(""))
                .as("documents from before Related Pins learned are valid")
                .isEqualTo(always);
        assertThat(fields(""))
                .startsWith("$schema")
                .endsWith(components(BlenderPolicy.class).toArray(String[]::new));
    }

    @Test
    void schema_ofAVariant_hasItsComponentsAndAsksForNameAndShare() {
        assertThat(fields("/$defs/variant")).isEqualTo(components(Variant.class));
        assertThat(required("/$defs/variant")).containsExactly("name", "share");
    }

    @Test
    void schema_ofBoostWeights_listsAllActions() {
        assertThat(fields("/$defs/boost/properties/weights"))
                .isEqualTo(Arrays.stream(EngagementKind.values())
                        .filter(kind -> kind != EngagementKind.IMPRESSION)
                        .map(EngagementKind::slug)
                        .toList());
    }

    @Test
    void schema_ofNames_listsTheSlugs() {
        List<String> sources = Arrays.stream(CandidateSource.values())
                .map(CandidateSource::slug)
                .toList();
        assertThat(fields("/$defs/mixes"))
                .isEqualTo(Arrays.stream(MixName.values()).map(MixName::slug).toList());
        assertThat(fields("/$defs/mix")).isEqualTo(sources);
        assertThat(fields("/$defs/category/properties/weights")).isEqualTo(sources);
        assertThat(texts(schema.at("/$defs/dots/properties/evidence/enum")))
                .isEqualTo(Arrays.stream(DotEvidenceKind.values())
                        .map(DotEvidenceKind::slug)
                        .toList());
    }

    @Test
    void schema_everyPart_isClosedAndLimitedAndExplained() {
        parts(schema).forEach(part -> {
            switch (part.path("type").asText()) {
                case "object" ->
                    assertThat(part.path("additionalProperties").isBoolean())
                            .as("%s", part)
                            .isTrue();
                case "number", "integer" ->
                    assertThat(part.has("maximum") && (part.has("minimum") || part.has("exclusiveMinimum")))
                            .as("%s", part)
                            .isTrue();
                case "array" -> assertThat(part.has("maxItems")).as("%s", part).isTrue();
                default -> {}
            }
            part.path("properties")
                    .forEach(field ->
                            assertThat(isExplained(field)).as("%s", field).isTrue());
        });
        assertThat(parts(schema)).hasSizeGreaterThan(30);
    }

    @Test
    void schema_itself_isValid() {
        var metaschema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertThat(metaschema.validate(schema)).isEmpty();
    }

    private boolean isExplained(JsonNode field) {
        String reference = field.path("$ref").asText();
        return field.has("description")
                || (!reference.isEmpty() && schema.at(reference.substring(1)).has("description"));
    }

    private static List<JsonNode> parts(JsonNode node) {
        List<JsonNode> parts = new ArrayList<>();
        if (node.isObject()) {
            parts.add(node);
        }
        node.forEach(child -> parts.addAll(parts(child)));
        return parts;
    }

    private List<String> fields(String pointer) {
        List<String> names = new ArrayList<>();
        schema.at(pointer + "/properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    private List<String> required(String pointer) {
        return texts(schema.at(pointer + "/required"));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.asText()));
        return texts;
    }

    private static List<String> components(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }
}
