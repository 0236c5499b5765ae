package dev.sightline.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.imaging.ImageFormat;
import dev.sightline.imaging.NormalizedImage;
import dev.sightline.imaging.RgbPixels;
import dev.sightline.visual.DetectedObject;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.NormalizedBox;
import dev.sightline.visual.SightlineException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bundles with known answers through the real engine: a frame of 8 x 8 pixels, in which a picture of 16 x 8 fills rows 2 to 6. */
class DetectorModelIT {

    private static final NormalizedImage WIDE =
            new NormalizedImage(ImageFormat.PNG, 16, 8, RgbPixels.of(16, 8, new int[16 * 8]));
    private static final NormalizedBox LEFT_HALF = new NormalizedBox(0, 0, 0.5, 1);
    private static final NormalizedBox RIGHT_HALF = new NormalizedBox(0.5, 0, 0.5, 1);
    private static final String BOXES = """
            {"decoder": "boxes", "boxes": "boxes", "order": "ltrb", "units": "pixels", "scores": "scores",
             "classes": "classes", "rows": 0, "firstLabel": 1, "suppressed": false}""";

    @TempDir
    private Path folder;

    @Test
    void detect_withBoxesAndNumberedClasses_placesNamesAndSuppresses() throws IOException {
        ConstantModel model = new ConstantModel()
                .with("boxes", List.of(4, 4), 0, 2, 4, 6, 0, 2, 4, 6, 4, 2, 8, 6, 0, 0, 8, 8)
                .with("scores", List.of(4), 0.5f, 0.75f, 0.625f, 0.25f)
                .withNumbers("classes", List.of(4), 1, 1, 2, 1);

        // The second covers the first; the last is below the floor.
        assertThat(detect(model, BOXES, DetectionLimits.DEFAULT))
                .containsExactly(
                        new DetectedObject("cat", 0.75, LEFT_HALF), new DetectedObject("dog", 0.625, RIGHT_HALF));
        assertThat(detect(model, BOXES, DetectionLimits.DEFAULT.withMinShareOfBest(0.9)))
                .containsExactly(new DetectedObject("cat", 0.75, LEFT_HALF));
        assertThat(detect(model, BOXES, DetectionLimits.DEFAULT.withMaxProposals(1)))
                .containsExactly(new DetectedObject("cat", 0.75, LEFT_HALF));
        assertThat(detect(model, BOXES, DetectionLimits.OPEN)).hasSize(3);
    }

    @Test
    void detect_withoutRows_isEmpty() throws IOException {
        ConstantModel model = new ConstantModel()
                .with("boxes", List.of(0, 4))
                .with("scores", List.of(0))
                .withNumbers("classes", List.of(0));

        assertThat(detect(model, BOXES, DetectionLimits.OPEN)).isEmpty();
    }

    @Test
    void detect_withAnchors_placesThem() throws IOException {
        byte[] anchors = "[[0.25, 0.5, 0.5, 0.5], [0.75, 0.5, 0.5, 0.5]]".getBytes(StandardCharsets.UTF_8);
        Files.write(folder.resolve("anchors.json"), anchors);
        ConstantModel model = new ConstantModel()
                .with("deltas", List.of(1, 2, 4), 0, 0, 0, 0, 0, 0, 0, 0)
                .with("scores", List.of(1, 2, 3), 0, 0.5f, 0.5f, 0.75f, 0.125f, 0.125f);

        String outputs = """
                {"decoder": "anchors", "deltas": "deltas", "scores": "scores", "activation": "none", "background": "last",
                 "variances": [0.1, 0.1, 0.2, 0.2], "anchorsFile": "anchors.json", "anchorsSha256": "%s"}
                """.formatted(ImageSignature.of(anchors).hex());

        assertThat(detect(model, outputs, DetectionLimits.DEFAULT))
                .containsExactly(
                        new DetectedObject("cat", 0.75, RIGHT_HALF), new DetectedObject("dog", 0.5, LEFT_HALF));
    }

    @Test
    void load_withTensorOfOtherSize_isRefusedAtOnce() {
        ConstantModel model = new ConstantModel()
                .with("boxes", List.of(1, 4), 0, 0, 8, 8)
                .with("scores", List.of(2), 0.5f, 0.5f)
                .withNumbers("classes", List.of(1), 1);

        assertThatThrownBy(() -> detect(model, BOXES, DetectionLimits.DEFAULT))
                .isInstanceOf(SightlineException.class)
                .hasMessageContaining("expected 1 values in output scores, got 2");
    }

    /** The bundle's floor lies between the two scores, that of the settings below both. */
    @Test
    void newDetector_ofSettings_hasTheFloorOfTheBundleUnlessTheyNameOne() throws IOException {
        ConstantModel model = new ConstantModel()
                .with("boxes", List.of(2, 4), 0, 2, 4, 6, 4, 2, 8, 6)
                .with("scores", List.of(2), 0.75f, 0.5f)
                .withNumbers("classes", List.of(2), 1, 2);
        write(model, BOXES + ", \"minConfidence\": 0.6");
        DetectedObject cat = new DetectedObject("cat", 0.75, LEFT_HALF);

        assertThat(detect(settings(null))).containsExactly(cat);
        assertThat(detect(settings(0.4))).containsExactly(cat, new DetectedObject("dog", 0.5, RIGHT_HALF));
    }

    private InferenceSettings settings(@Nullable Double floor) {
        return new InferenceSettings(
                folder, ModelNames.DEFAULT, ComputeDevice.CPU, 1, floor, DetectionLimits.DEFAULT, LabelLimits.DEFAULT);
    }

    private List<DetectedObject> detect(InferenceSettings settings) {
        try (DetectorModel loaded = DetectorModel.load(folder, ComputeDevice.CPU, 1);
                ObjectDetector detector = loaded.newDetector(settings)) {
            return detector.detect(WIDE);
        }
    }

    private List<DetectedObject> detect(ConstantModel model, String outputs, DetectionLimits limits)
            throws IOException {
        write(model, outputs);
        try (DetectorModel loaded = DetectorModel.load(folder, ComputeDevice.CPU, 1);
                ObjectDetector detector = loaded.newDetector(limits)) {
            return detector.detect(WIDE);
        }
    }

    private void write(ConstantModel model, String outputs) throws IOException {
        byte[] onnx = model.toOnnx();
        Files.write(folder.resolve(BundleFiles.MODEL), onnx);
        Files.writeString(folder.resolve(BundleFiles.DESCRIPTION), """
                {"id": "constant", "version": "1", "sha256": "%s", "task": "detection",
                 "input": {"name": "image", "batch": 1, "width": 8, "height": 8, "layout": "NCHW", "channels": "RGB",
                           "resize": "letterbox", "fill": [0, 0, 0], "mean": [0, 0, 0], "std": [1, 1, 1], "range": 255},
                 "outputs": %s, "labels": ["cat", "dog"], "licence": "none", "source": "this test"}
                """.formatted(
                        ImageSignature.of(onnx).hex(), outputs));
    }
}
