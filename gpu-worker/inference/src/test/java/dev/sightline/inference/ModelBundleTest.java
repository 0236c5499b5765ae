package dev.sightline.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.inference.ModelOutputs.EmbeddingOutputs;
import dev.sightline.inference.ModelOutputs.Level;
import dev.sightline.inference.ModelOutputs.NanoDetOutputs;
import dev.sightline.inference.ModelOutputs.VectorOutput;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.SightlineException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelBundleTest {

    private static final byte[] MODEL = "a model".getBytes(StandardCharsets.UTF_8);
    private static final String EMBEDDING = """
            {"embedding": {"name": "features", "dimensions": 16}, "probabilities": {"name": "classes", "dimensions": 2}}""";
    private static final String DETECTION = """
            {"decoder": "nanodet", "levels": [{"stride": 8, "scores": "s8", "distances": "d8"}], "bins": 11,
             "applySigmoid": true}""";

    @TempDir
    private Path folder;

    @BeforeEach
    void writeModel() throws IOException {
        Files.write(folder.resolve("model.onnx"), MODEL);
    }

    @Test
    void read_withEmbedder_knowsInputsAndOutputs() throws IOException {
        write("embedding", EMBEDDING, sha256());

        ModelBundle bundle = ModelBundle.read(folder);

        assertThat(bundle.ref().id()).isEqualTo("toy");
        assertThat(bundle.outputs())
                .isEqualTo(new EmbeddingOutputs(new VectorOutput("features", 16), new VectorOutput("classes", 2)));
        assertThat(bundle.labels()).containsExactly("cat", "dog");
        assertThat(bundle.input().resize()).isEqualTo(InputSpec.Resize.LETTERBOX);
        assertThat(bundle.input().channels()).isEqualTo(InputSpec.Channels.BGR);
        assertThat(bundle.input().fill()).containsExactly(0, 0, 0);
        assertThat(bundle.input().batch()).isZero();
    }

    @Test
    void read_withDetector_knowsLevels() throws IOException {
        write("detection", DETECTION, sha256());

        assertThat(ModelBundle.read(folder).outputs())
                .isEqualTo(new NanoDetOutputs(List.of(new Level(8, "s8", "d8")), 11, true));
    }

    @Test
    void read_withChangedModel_namesBothHashes() throws IOException {
        write("embedding", EMBEDDING, "0".repeat(64));

        assertInvalid(() -> ModelBundle.read(folder), "0".repeat(64), sha256());
    }

    @Test
    void read_withOtherNumberOfLabels_namesBothNumbers() throws IOException {
        write("embedding", EMBEDDING.replace("\"dimensions\": 2", "\"dimensions\": 3"), sha256());

        assertInvalid(() -> ModelBundle.read(folder), "expected 3 labels", "got 2");
    }

    @Test
    void read_withUnknownTask_namesIt() throws IOException {
        write("segmentation", EMBEDDING, sha256());

        assertInvalid(() -> ModelBundle.read(folder), "'segmentation'");
    }

    @Test
    void read_withUnknownDecoder_namesIt() throws IOException {
        write("detection", DETECTION.replace("nanodet", "ssd"), sha256());

        assertInvalid(() -> ModelBundle.read(folder), "'ssd'");
    }

    @Test
    void read_withMissingOutputs_isRefused() throws IOException {
        write("embedding", "{}", sha256());

        assertInvalid(() -> ModelBundle.read(folder), folder.toString());
    }

    @Test
    void read_withoutDescription_namesTheFile() {
        assertInvalid(() -> ModelBundle.read(folder), "bundle.json");
    }

    @Test
    void read_withoutModel_namesTheFile() throws IOException {
        write("embedding", EMBEDDING, sha256());
        Files.delete(folder.resolve("model.onnx"));

        assertInvalid(() -> ModelBundle.read(folder), "model.onnx");
    }

    @Test
    void nanoDetOutputs_ofEmbedder_namesBothTasks() throws IOException {
        write("embedding", EMBEDDING, sha256());

        assertInvalid(() -> ModelBundle.read(folder).nanoDetOutputs(), "detection", "embedding");
    }

    private static void assertInvalid(ThrowingCallable read, String... parts) {
        assertThatThrownBy(read)
                .isInstanceOfSatisfying(
                        SightlineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_MODEL_BUNDLE))
                .hasMessageContainingAll(parts);
    }

    private static String sha256() {
        return ImageSignature.of(MODEL).hex();
    }

    private void write(String task, String outputs, String sha256) throws IOException {
        Files.writeString(folder.resolve("bundle.json"), """
                {"id": "toy", "version": "1", "sha256": "%s", "task": "%s",
                 "input": {"name": "image", "width": 8, "height": 8, "layout": "NCHW", "channels": "BGR",
                           "resize": "letterbox", "mean": [0, 0, 0], "std": [1, 1, 1], "range": 255},
                 "outputs": %s, "labels": ["cat", "dog"], "licence": "none", "source": "this test"}
                """.formatted(sha256, task, outputs));
    }
}
