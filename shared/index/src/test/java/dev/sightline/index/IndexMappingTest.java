package dev.sightline.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.visual.ModelRef;
import dev.sightline.visual.ModelSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IndexMappingTest {

    private static final ModelSet MODEL_SET = new ModelSet(
            ModelRef.builtIn("detector", "1", "d"),
            ModelRef.builtIn("embedder", "1", "e"),
            ModelRef.builtIn("binarizer", "1", "b"),
            ModelRef.builtIn("labels", "1", "l"),
            1280,
            4096);

    private static final JsonNode IMAGES = IndexMapping.images(MODEL_SET, IndexShape.LOCAL);
    private static final JsonNode OBJECTS = IndexMapping.objects(MODEL_SET, IndexShape.LOCAL);

    static Stream<JsonNode> visual() {
        return Stream.of(IMAGES, OBJECTS);
    }

    @ParameterizedTest
    @MethodSource("visual")
    void vectorFields_haveNamesOfWhichNoneEndsWithAnother(JsonNode index) {
        List<String> names = vectorFields(index);

        assertThat(names).hasSize(2);
        for (String name : names) {
            assertThat(names).filteredOn(other -> other.endsWith(name)).containsExactly(name);
        }
    }

    @ParameterizedTest
    @MethodSource("visual")
    void vectorFields_haveTheSizesOfTheModelSetAndNameTheirEngine(JsonNode index) {
        JsonNode fields = index.path("mappings").path("properties");

        assertThat(fields.path("binaryEmbedding").path("dimension").asInt()).isEqualTo(4096);
        assertThat(fields.path("denseEmbedding").path("dimension").asInt()).isEqualTo(1280);
        for (String name : vectorFields(index)) {
            assertThat(fields.path(name).path("method").path("engine").asText()).isEqualTo("faiss");
        }
    }

    @ParameterizedTest
    @MethodSource("visual")
    void settings_turnDerivedSourceOff(JsonNode index) {
        assertThat(indexSettings(index).path("knn.derived_source.enabled").asBoolean(true))
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("visual")
    void textOfADocument_leavesTheDenseEmbeddingOutAndKeepsTheCode(JsonNode index) {
        assertThat(index.path("mappings").path("_source").path("excludes"))
                .extracting(JsonNode::asText)
                .containsExactly("denseEmbedding");
    }

    @Test
    void settings_ofEachShape_buildGraphsOrNoneInSoManyShards() {
        JsonNode exact = IndexMapping.images(MODEL_SET, IndexShape.LOCAL);
        JsonNode hnsw = IndexMapping.images(MODEL_SET, new IndexShape(KnnMode.HNSW, 8));

        assertThat(indexSettings(exact)
                        .path("knn.advanced.approximate_threshold")
                        .asInt())
                .isEqualTo(-1);
        assertThat(indexSettings(hnsw)
                        .path("knn.advanced.approximate_threshold")
                        .asInt(-1))
                .isZero();
        assertThat(indexSettings(exact).path("number_of_shards").asInt()).isEqualTo(1);
        assertThat(indexSettings(hnsw).path("number_of_shards").asInt()).isEqualTo(8);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IndexShape(KnnMode.HNSW, 0))
                .withMessage("expected at least 1 shard of an index, got 0");
    }

    @Test
    void fields_toAdd_areAllOfTheIndexButItsVectors() {
        assertThat(fieldsBut(vectorFields(IMAGES), IMAGES)).isEqualTo(IndexMapping.imageFields());
        assertThat(fieldsBut(vectorFields(OBJECTS), OBJECTS)).isEqualTo(IndexMapping.objectFields());
    }

    private static JsonNode fieldsBut(List<String> vectors, JsonNode index) {
        ObjectNode properties = index.path("mappings").path("properties").deepCopy();
        properties.remove(vectors);
        return JsonNodeFactory.instance.objectNode().set("properties", properties);
    }

    @Test
    void settings_ofSources_haveNothingOfKnn() {
        assertThat(IndexMapping.sources().toString()).doesNotContain("knn");
    }

    private static JsonNode indexSettings(JsonNode index) {
        return index.path("settings").path("index");
    }

    private static List<String> vectorFields(JsonNode index) {
        List<String> names = new ArrayList<>();
        index.path("mappings").path("properties").properties().forEach(field -> {
            if (field.getValue().path("type").asText().equals("knn_vector")) {
                names.add(field.getKey());
            }
        });
        return names;
    }
}
