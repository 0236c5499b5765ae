package dev.sightline.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.inference.BoxForm.Order;
import dev.sightline.inference.BoxForm.Units;
import dev.sightline.inference.ModelOutputs.Activation;
import dev.sightline.inference.ModelOutputs.Anchor;
import dev.sightline.inference.ModelOutputs.AnchorsOutputs;
import dev.sightline.inference.ModelOutputs.Background;
import dev.sightline.inference.ModelOutputs.BoxesOutputs;
import dev.sightline.inference.ModelOutputs.EmbeddingOutputs;
import dev.sightline.inference.ModelOutputs.LayerOutput;
import dev.sightline.inference.ModelOutputs.Level;
import dev.sightline.inference.ModelOutputs.NanoDetOutputs;
import dev.sightline.inference.ModelOutputs.VectorOutput;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelRef;
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
            {"layers": [{"layer": "pooled", "name": "features", "dimensions": 16},
                        {"layer": "logits", "name": "logits", "dimensions": 2}],
             "embedding": "pooled", "probabilities": {"name": "classes", "dimensions": 2}}""";
    private static final String OLD_EMBEDDING = """
            {"embedding": {"name": "features", "dimensions": 16}, "probabilities": {"name": "classes", "dimensions": 2}}""";
    private static final String DETECTION = """
            {"decoder": "nanodet", "levels": [{"stride": 8, "scores": "s8", "distances": "d8"}], "bins": 11,
             "applySigmoid": true}""";

    private static final String BOXES = """
            {"decoder": "boxes", "boxes": "boxes", "order": "tlbr", "units": "fractions", "scores": "scores",
             "classes": "classes", "rows": 0, "firstLabel": 1, "suppressed": true}""";
    private static final String ANCHORS = """
            {"decoder": "anchors", "deltas": "deltas", "scores": "scores", "activation": "softmax", "background": "first",
             "variances": [0.1, 0.1, 0.2, 0.2], "anchorsFile": "%s", "anchorsSha256": "%s"}""";

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
                .isEqualTo(new EmbeddingOutputs(
                        List.of(new LayerOutput("pooled", "features", 16), new LayerOutput("logits", "logits", 2)),
                        "pooled",
                        new VectorOutput("classes", 2)));
        assertThat(bundle.labels()).containsExactly("cat", "dog");
        assertThat(bundle.input().resize()).isEqualTo(InputSpec.Resize.LETTERBOX);
        assertThat(bundle.input().channels()).isEqualTo(InputSpec.Channels.BGR);
        assertThat(bundle.input().fill()).containsExactly(0, 0, 0);
        assertThat(bundle.input().batch()).isZero();
        assertThat(bundle.tensorRt()).isNull();
    }

    @Test
    void read_withTensorRt_knowsItsPrecision() throws IOException {
        write("embedding", EMBEDDING, sha256());
        add("\"tensorRt\": {\"halfPrecision\": true}");

        assertThat(ModelBundle.read(folder).tensorRt()).isEqualTo(new TensorRtOptions(true));
    }

    @Test
    void read_withTensorRtOfUnknownPrecision_isRefused() throws IOException {
        write("embedding", EMBEDDING, sha256());
        add("\"tensorRt\": {}");

        assertInvalid(() -> ModelBundle.read(folder), "halfPrecision");
    }

    @Test
    void read_withDetector_knowsLevels() throws IOException {
        write("detection", DETECTION, sha256());

        assertThat(ModelBundle.read(folder).outputs())
                .isEqualTo(new NanoDetOutputs(List.of(new Level(8, "s8", "d8")), 11, true));
    }

    @Test
    void read_withFormOfBefore_saysWhatIsExpected() throws IOException {
        write("embedding", OLD_EMBEDDING, sha256());

        assertInvalid(() -> ModelBundle.read(folder), "one of outputs.layers", "{\"name\":\"features\"", "anew");
    }

    @Test
    void read_withProbabilitiesButNoLabelSet_isRefused() throws IOException {
        write("embedding", EMBEDDING, sha256());
        Path description = folder.resolve("bundle.json");
        Files.writeString(description, Files.readString(description).replace("labelSet", "labelsOf"));

        assertInvalid(() -> ModelBundle.read(folder), "expected a labelSet with id and version, got none");
    }

    @Test
    void read_withUnknownEmbeddingLayer_namesThoseThatAreThere() throws IOException {
        write("embedding", EMBEDDING.replace("\"embedding\": \"pooled\"", "\"embedding\": \"fc6\""), sha256());

        assertInvalid(() -> ModelBundle.read(folder), "expected one of the layers [pooled, logits], got 'fc6'");
    }

    @Test
    void read_withOneLayerTwice_isRefused() throws IOException {
        write("embedding", EMBEDDING.replace("\"layer\": \"logits\"", "\"layer\": \"pooled\""), sha256());

        assertInvalid(() -> ModelBundle.read(folder), "[pooled, pooled]");
    }

    @Test
    void read_withBoxes_knowsTheirForm() throws IOException {
        write("detection", BOXES, sha256());

        assertThat(ModelBundle.read(folder).outputs())
                .isEqualTo(new BoxesOutputs(
                        "boxes", new BoxForm(Order.TLBR, Units.FRACTIONS), "scores", "classes", 0, 1, true));
    }

    @Test
    void read_withAnchors_readsTheirFile() throws IOException {
        byte[] anchors = "[[0.5, 0.25, 1, 0.5]]".getBytes(StandardCharsets.UTF_8);
        Files.write(folder.resolve("anchors.json"), anchors);
        write(
                "detection",
                ANCHORS.formatted("anchors.json", ImageSignature.of(anchors).hex()),
                sha256());

        assertThat(ModelBundle.read(folder).outputs())
                .isEqualTo(new AnchorsOutputs(
                        "deltas",
                        "scores",
                        Activation.SOFTMAX,
                        Background.FIRST,
                        List.of(0.1f, 0.1f, 0.2f, 0.2f),
                        List.of(new Anchor(0.5f, 0.25f, 1, 0.5f))));
    }

    @Test
    void read_withOtherAnchors_namesBothHashes() throws IOException {
        byte[] anchors = "[[0.5, 0.25, 1]]".getBytes(StandardCharsets.UTF_8);
        Files.write(folder.resolve("anchors.json"), anchors);
        write("detection", ANCHORS.formatted("anchors.json", "0".repeat(64)), sha256());

        assertInvalid(
                () -> ModelBundle.read(folder),
                "0".repeat(64),
                ImageSignature.of(anchors).hex());

        write(
                "detection",
                ANCHORS.formatted("anchors.json", ImageSignature.of(anchors).hex()),
                sha256());

        assertInvalid(() -> ModelBundle.read(folder), "expected 4 numbers per anchor, got 3");
    }

    @Test
    void read_withAnchorsOutsideTheFolder_isRefused() throws IOException {
        write("detection", ANCHORS.formatted("../anchors.json", sha256()), sha256());

        assertInvalid(() -> ModelBundle.read(folder), "'../anchors.json'");
    }

    @Test
    void labelSet_ofNamedLabels_isNameVersionAndHashOfTheNames() throws IOException {
        write("embedding", EMBEDDING, sha256());

        // SHA-256 of "cat\ndog"
        assertThat(ModelBundle.read(folder).labelSet().ref())
                .isEqualTo(
                        new ModelRef("pets", "2", "3a450eb155d6a4c6a5bd642b1dca64ddfc6c6b8823ca468a4797682265d07504"));
    }

    @Test
    void read_withChangedModel_namesBothHashes() throws IOException {
        write("embedding", EMBEDDING, "0".repeat(64));

        assertInvalid(() -> ModelBundle.read(folder), "0".repeat(64), sha256());
    }

    @Test
    void read_withOtherNumberOfLabels_namesBothNumbers() throws IOException {
        write(
                "embedding",
                EMBEDDING.replace("\"classes\", \"dimensions\": 2", "\"classes\", \"dimensions\": 3"),
                sha256());

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
    void read_withFloor_putsItIntoLimits() throws IOException {
        write("detection", BOXES, sha256());
        writeFloor("0.25");

        ModelBundle bundle = ModelBundle.read(folder);

        assertThat(bundle.minConfidence()).isEqualTo(0.25);
        assertThat(bundle.withOwnFloor(DetectionLimits.OPEN)).isEqualTo(DetectionLimits.OPEN.withMinConfidence(0.25));
    }

    @Test
    void read_withoutFloor_leavesLimitsAsTheyAre() throws IOException {
        write("detection", BOXES, sha256());

        ModelBundle bundle = ModelBundle.read(folder);

        assertThat(bundle.minConfidence()).isNull();
        assertThat(bundle.withOwnFloor(DetectionLimits.OPEN)).isEqualTo(DetectionLimits.OPEN);
    }

    @Test
    void read_withFloorOutsideItsRange_namesIt() throws IOException {
        write("detection", BOXES, sha256());
        writeFloor("1.5");

        assertInvalid(() -> ModelBundle.read(folder), "expected minConfidence in 0..1, got 1.5");
    }

    @Test
    void read_withFloorOfAnEmbedder_isRefused() throws IOException {
        write("embedding", EMBEDDING, sha256());
        writeFloor("0.25");

        assertInvalid(() -> ModelBundle.read(folder), "expected minConfidence of a detector only");
    }

    @Test
    void detectionOutputs_ofEmbedder_namesBothTasks() throws IOException {
        write("embedding", EMBEDDING, sha256());

        assertInvalid(() -> ModelBundle.read(folder).detectionOutputs(), "detection", "embedding");
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

    private void writeFloor(String floor) throws IOException {
        add("\"minConfidence\": " + floor);
    }

    private void add(String property) throws IOException {
        Path description = folder.resolve("bundle.json");
        Files.writeString(description, Files.readString(description).replace("\"input\":", property + ", \"input\":"));
    }

    private void write(String task, String outputs, String sha256) throws IOException {
        Files.writeString(folder.resolve("bundle.json"), """
                {"id": "toy", "version": "1", "sha256": "%s", "task": "%s",
                 "input": {"name": "image", "width": 8, "height": 8, "layout": "NCHW", "channels": "BGR",
                           "resize": "letterbox", "mean": [0, 0, 0], "std": [1, 1, 1], "range": 255},
                 "outputs": %s, "labelSet": {"id": "pets", "version": "2"}, "labels": ["cat", "dog"], "licence": "none", "source": "this test"}
                """.formatted(sha256, task, outputs));
    }
}
