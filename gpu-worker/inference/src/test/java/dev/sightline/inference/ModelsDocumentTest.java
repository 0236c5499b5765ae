package dev.sightline.inference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.sightline.visual.ImageSignature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each description in docs/models.md is valid by the schema, and the reader takes it. */
class ModelsDocumentTest {

    private static final Path ROOT = Path.of("..", "..");
    private static final Pattern JSON_BLOCK = Pattern.compile("```json\\n(.*?)```", Pattern.DOTALL);
    private static final byte[] MODEL = "a model".getBytes(StandardCharsets.UTF_8);
    private static final byte[] ANCHORS = "[[0.5, 0.5, 1, 1]]".getBytes(StandardCharsets.UTF_8);
    private static final String REST = "...";

    @TempDir
    private Path folder;

    static List<String> descriptions() throws IOException {
        return JSON_BLOCK
                .matcher(Files.readString(ROOT.resolve("docs/models.md")))
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("descriptions")
    void description_ofTheDocument_isValidBySchema(String json) throws IOException {
        assertThat(schema().validate(json, InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("descriptions")
    void description_ofTheDocument_isTakenByTheReader(String json) throws IOException {
        ObjectNode description = (ObjectNode) BundleFile.MAPPER.readTree(json);
        completeHashes(description);
        completeLabels(description);
        Files.write(folder.resolve(BundleFiles.MODEL), MODEL);
        Files.write(folder.resolve("anchors.json"), ANCHORS);
        Files.writeString(folder.resolve(BundleFiles.DESCRIPTION), description.toString());

        ModelBundle bundle = ModelBundle.read(folder);

        assertThat(bundle.ref().id()).isEqualTo(description.path("id").asText());
    }

    @Test
    void descriptions_showBothTasksAndTheDecodersForOwnDetectors() throws IOException {
        String all = String.join("\n", descriptions());

        assertThat(all).contains("\"task\": \"embedding\"", "\"decoder\": \"boxes\"", "\"decoder\": \"anchors\"");
        assertThat(descriptions()).hasSizeGreaterThan(4);
    }

    @Test
    void schema_ofBrokenDescription_findsIt() throws IOException {
        String broken = descriptions().getFirst().replace("\"embedding\": \"fc6\",", "");

        assertThat(schema().validate(broken, InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void schema_ofFloor_takesThatOfADetectorOnly() throws IOException {
        String embedder = first("embedding");
        String detector = first("detection");

        assertThat(schema().validate(withFloor(detector, 0.25), InputFormat.JSON))
                .isEmpty();
        assertThat(schema().validate(withFloor(detector, 1.5), InputFormat.JSON))
                .isNotEmpty();
        assertThat(schema().validate(withFloor(embedder, 0.25), InputFormat.JSON))
                .isNotEmpty();
    }

    private static String first(String task) throws IOException {
        return descriptions().stream()
                .filter(json -> json.contains("\"task\": \"%s\"".formatted(task)))
                .findFirst()
                .orElseThrow();
    }

    private static String withFloor(String json, double floor) throws IOException {
        return ((ObjectNode) BundleFile.MAPPER.readTree(json))
                .put("minConfidence", floor)
                .toString();
    }

    private static Schema schema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(ROOT.resolve("infra/local/models/bundle.schema.json")));
    }

    private static void completeHashes(ObjectNode description) {
        description.put("sha256", ImageSignature.of(MODEL).hex());
        if (description.path("outputs").has("anchorsSha256")) {
            ((ObjectNode) description.path("outputs"))
                    .put("anchorsSha256", ImageSignature.of(ANCHORS).hex());
        }
    }

    /** The document says "..." for the rest of a long list. */
    private static void completeLabels(ObjectNode description) {
        ArrayNode labels = (ArrayNode) description.path("labels");
        JsonNode classes = description.path("outputs").path("probabilities").path("dimensions");
        if (!labels.isEmpty() && labels.get(labels.size() - 1).asText().equals(REST)) {
            while (labels.size() < classes.asInt()) {
                labels.add("label " + labels.size());
            }
        }
    }
}
