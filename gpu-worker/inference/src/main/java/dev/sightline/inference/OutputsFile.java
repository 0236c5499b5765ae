package dev.sightline.inference;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.inference.ModelOutputs.Activation;
import dev.sightline.inference.ModelOutputs.Anchor;
import dev.sightline.inference.ModelOutputs.AnchorsOutputs;
import dev.sightline.inference.ModelOutputs.Background;
import dev.sightline.inference.ModelOutputs.BoxesOutputs;
import dev.sightline.inference.ModelOutputs.DetectionOutputs;
import dev.sightline.inference.ModelOutputs.EmbeddingOutputs;
import dev.sightline.inference.ModelOutputs.NanoDetOutputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part {@code outputs} of {@code bundle.json}, and the files in {@code folder} that it names. */
record OutputsFile(JsonNode json, Path folder) {

    private static final int NUMBERS = 4;

    /** The outputs of a model of this task. */
    ModelOutputs ofTask(String task) throws IOException {
        return switch (task) {
            case "embedding" -> embedding();
            case "detection" -> detection();
            default ->
                throw new IllegalArgumentException("expected task embedding or detection, got '%s'".formatted(task));
        };
    }

    private EmbeddingOutputs embedding() throws IOException {
        if (!json.path("embedding").isTextual()) {
            throw new IllegalArgumentException(
                    "expected outputs.embedding to be the name of one of outputs.layers, got %s: prepare the bundle anew"
                            .formatted(json.path("embedding")));
        }
        return BundleFile.MAPPER.treeToValue(json, EmbeddingOutputs.class);
    }

    private DetectionOutputs detection() throws IOException {
        String decoder = json.path("decoder").asText();
        return switch (decoder) {
            case "nanodet" -> BundleFile.MAPPER.treeToValue(json, NanoDetOutputs.class);
            case "boxes" -> BundleFile.MAPPER.treeToValue(json, Boxes.class).outputs();
            case "anchors" -> BundleFile.MAPPER.treeToValue(json, Anchors.class).outputs(folder);
            default ->
                throw new IllegalArgumentException(
                        "expected decoder nanodet, boxes or anchors, got '%s'".formatted(decoder));
        };
    }

    private record Boxes(
            String boxes,
            BoxForm.Order order,
            BoxForm.Units units,
            String scores,
            @Nullable String classes,
            int rows,
            int firstLabel,
            boolean suppressed) {

        BoxesOutputs outputs() {
            return new BoxesOutputs(boxes, new BoxForm(order, units), scores, classes, rows, firstLabel, suppressed);
        }
    }

    private record Anchors(
            String deltas,
            String scores,
            Activation activation,
            Background background,
            List<Float> variances,
            String anchorsFile,
            String anchorsSha256) {

        AnchorsOutputs outputs(Path folder) throws IOException {
            return new AnchorsOutputs(deltas, scores, activation, background, variances, anchors(folder));
        }

        private List<Anchor> anchors(Path folder) throws IOException {
            Path file = folder.resolve(BundleFiles.requirePlainName(anchorsFile));
            BundleFiles.requireHash(file, anchorsSha256);
            float[][] numbers = BundleFile.MAPPER.readValue(Files.readAllBytes(file), float[][].class);
            return Arrays.stream(numbers).map(Anchors::anchor).toList();
        }

        private static Anchor anchor(float[] numbers) {
            if (numbers.length != NUMBERS) {
                throw new IllegalArgumentException("expected 4 numbers per anchor, got " + numbers.length);
            }
            return new Anchor(numbers[0], numbers[1], numbers[2], numbers[3]);
        }
    }
}
