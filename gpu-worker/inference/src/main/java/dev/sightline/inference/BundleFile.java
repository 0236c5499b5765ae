package dev.sightline.inference;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sightline.inference.ModelOutputs.EmbeddingOutputs;
import dev.sightline.inference.ModelOutputs.VectorOutput;
import dev.sightline.visual.ModelRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The content of {@code bundle.json}. */
record BundleFile(
        String id,
        String version,
        String sha256,
        String task,
        @Nullable Double minConfidence,
        @Nullable TensorRtOptions tensorRt,
        Input input,
        JsonNode outputs,
        @Nullable LabelSetName labelSet,
        List<String> labels) {

    private static final String LAYOUT = "NCHW";
    private static final List<Integer> BLACK = List.of(0, 0, 0);

    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /** The part {@code labelSet}. */
    record LabelSetName(String id, String version) {}

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
        Path file = folder.resolve(BundleFiles.DESCRIPTION);
        try {
            return MAPPER.readValue(Files.readAllBytes(file), BundleFile.class);
        } catch (IOException e) {
            throw ModelBundle.invalid("expected a model bundle's description in %s: %s".formatted(file, e), e);
        }
    }

    /** The files that belong to the bundle, beside its descriptions, with their hashes: the model, and the anchors if it has some. */
    private Map<String, String> hashes() {
        String anchors = outputs.path("anchorsFile").asText("");
        return anchors.isEmpty()
                ? Map.of(BundleFiles.MODEL, sha256)
                : Map.of(
                        BundleFiles.MODEL,
                        sha256,
                        BundleFiles.requirePlainName(anchors),
                        outputs.path("anchorsSha256").asText());
    }

    /**
     * The names of those files.
     *
     * @throws dev.sightline.visual.SightlineException with {@code INVALID_MODEL_BUNDLE} if a name leaves the folder, or a part is missing
     */
    Set<String> files() {
        try {
            return hashes().keySet();
        } catch (IllegalArgumentException | NullPointerException e) {
            throw ModelBundle.invalid("%s of %s: %s".formatted(BundleFiles.DESCRIPTION, id, e.getMessage()), e);
        }
    }

    /** Whether all files are in the folder with their hashes. */
    boolean isIntact(Path folder) throws IOException {
        for (Map.Entry<String, String> file : hashes().entrySet()) {
            Path path = folder.resolve(file.getKey());
            if (Files.notExists(path) || !FileHash.sha256(path).equals(file.getValue())) {
                return false;
            }
        }
        return true;
    }

    ModelBundle toBundle(Path folder) {
        Path model = folder.resolve(BundleFiles.MODEL);
        BundleFiles.requireHash(model, sha256);
        try {
            ModelOutputs parsed = new OutputsFile(outputs, folder).ofTask(task);
            requireLabels(parsed);
            var ref = new ModelRef(id, version, sha256);
            return new ModelBundle(ref, model, input.toSpec(), parsed, namedLabels(), minConfidence, tensorRt);
        } catch (IllegalArgumentException | NullPointerException | IOException e) {
            throw ModelBundle.invalid("%s in %s: %s".formatted(BundleFiles.DESCRIPTION, folder, e.getMessage()), e);
        }
    }

    private void requireLabels(ModelOutputs parsed) {
        if (parsed instanceof EmbeddingOutputs embedding) {
            VectorOutput probabilities = embedding.probabilities();
            int classes = probabilities == null ? 0 : probabilities.dimensions();
            if (labels.size() != classes) {
                throw new IllegalArgumentException(
                        "expected %d labels for as many probabilities, got %d".formatted(classes, labels.size()));
            }
            if (classes > 0 && labelSet == null) {
                throw new IllegalArgumentException("expected a labelSet with id and version, got none");
            }
        } else if (labels.isEmpty()) {
            throw new IllegalArgumentException("expected labels for the classes of the detector, got none");
        }
    }

    /** A detector's labels without a name of their own are named after its bundle. */
    private LabelSet namedLabels() {
        if (labels.isEmpty()) {
            return LabelSet.NONE;
        }
        return labelSet == null
                ? LabelSet.of(id, version, labels)
                : LabelSet.of(labelSet.id(), labelSet.version(), labels);
    }
}
