package dev.sightline.inference;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sightline.inference.ModelOutputs.EmbeddingOutputs;
import dev.sightline.inference.ModelOutputs.NanoDetOutputs;
import dev.sightline.visual.ModelRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The content of {@code bundle.json}. */
record BundleFile(
        String id, String version, String sha256, String task, Input input, JsonNode outputs, List<String> labels) {

    private static final String MODEL_FILE = "model.onnx";
    private static final String BUNDLE_FILE = "bundle.json";
    private static final String LAYOUT = "NCHW";
    private static final String NANODET = "nanodet";
    private static final List<Integer> BLACK = List.of(0, 0, 0);

    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /** The part {@code input}; {@code fill} and {@code batch} may be absent. */
    record Input(
            String name,
            int width,
            int height,
            String layout,
            InputSpec.Channels channels,
            InputSpec.Resize resize,
            List<Float> mean,
            List<Float> std,
            @Nullable List<Integer> fill,
            float range,
            @Nullable Integer batch) {

        InputSpec toSpec() {
            if (!layout.equals(LAYOUT)) {
                throw new IllegalArgumentException("expected layout %s, got %s".formatted(LAYOUT, layout));
            }
            List<Integer> border = fill == null ? BLACK : fill;
            return new InputSpec(
                    name, width, height, channels, resize, mean, std, border, range, batch == null ? 0 : batch);
        }
    }

    static BundleFile read(Path folder) {
        Path file = folder.resolve(BUNDLE_FILE);
        try {
            return MAPPER.readValue(Files.readAllBytes(file), BundleFile.class);
        } catch (IOException e) {
            throw ModelBundle.invalid("expected a model bundle's description in %s: %s".formatted(file, e), e);
        }
    }

    ModelBundle toBundle(Path folder) {
        Path model = folder.resolve(MODEL_FILE);
        requireHash(model);
        try {
            return new ModelBundle(new ModelRef(id, version, sha256), model, input.toSpec(), parsedOutputs(), labels);
        } catch (IllegalArgumentException | NullPointerException | IOException e) {
            throw ModelBundle.invalid("%s in %s: %s".formatted(BUNDLE_FILE, folder, e.getMessage()), e);
        }
    }

    private void requireHash(Path model) {
        try {
            String actual = FileHash.sha256(model);
            if (!actual.equals(sha256)) {
                throw ModelBundle.invalid("expected %s with sha256 %s, got %s".formatted(model, sha256, actual));
            }
        } catch (IOException e) {
            throw ModelBundle.invalid("expected a model in %s: %s".formatted(model, e), e);
        }
    }

    private ModelOutputs parsedOutputs() throws IOException {
        return switch (task) {
            case "embedding" -> embeddingOutputs();
            case "detection" -> nanoDetOutputs();
            default ->
                throw new IllegalArgumentException("expected task embedding or detection, got '%s'".formatted(task));
        };
    }

    private EmbeddingOutputs embeddingOutputs() throws IOException {
        EmbeddingOutputs parsed = MAPPER.treeToValue(outputs, EmbeddingOutputs.class);
        int classes = parsed.probabilities().dimensions();
        if (labels.size() != classes) {
            throw new IllegalArgumentException(
                    "expected %d labels for as many probabilities, got %d".formatted(classes, labels.size()));
        }
        return parsed;
    }

    private NanoDetOutputs nanoDetOutputs() throws IOException {
        String decoder = outputs.path("decoder").asText();
        if (!decoder.equals(NANODET)) {
            throw new IllegalArgumentException("expected decoder %s, got '%s'".formatted(NANODET, decoder));
        }
        return MAPPER.treeToValue(outputs, NanoDetOutputs.class);
    }
}
