package dev.sightline.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.SightlineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the ONNX Runtime of the build for CPUs, which has no TensorRT. */
class DjlSessionOptionsIT {

    @TempDir
    private Path folder;

    @BeforeEach
    void writeBundle() throws IOException {
        byte[] model = new ConstantModel()
                .with("boxes", List.of(1, 4), 0, 2, 4, 6)
                .with("scores", List.of(1), 0.5f)
                .withNumbers("classes", List.of(1), 1)
                .toOnnx();
        Files.write(folder.resolve("model.onnx"), model);
        Files.writeString(folder.resolve("bundle.json"), """
                {"id": "toy", "version": "1", "sha256": "%s", "task": "detection", "tensorRt": {"halfPrecision": true},
                 "input": {"name": "image", "batch": 1, "width": 8, "height": 8, "layout": "NCHW", "channels": "RGB",
                           "resize": "letterbox", "mean": [0, 0, 0], "std": [1, 1, 1], "range": 255},
                 "outputs": {"decoder": "boxes", "boxes": "boxes", "order": "ltrb", "units": "pixels", "scores": "scores",
                             "classes": "classes", "rows": 0, "firstLabel": 1, "suppressed": false},
                 "labels": ["cat"]}
                """.formatted(
                        ImageSignature.of(model).hex()));
    }

    @Test
    void load_onAGpuWithoutTensorRt_isRefusedWithWhatThereIs() {
        assertThatThrownBy(() -> DetectorModel.load(folder, ComputeDevice.GPU, 1))
                .isInstanceOfSatisfying(
                        SightlineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_MODEL_BUNDLE))
                .hasMessage(
                        "toy asks for tensorRt: expected TENSOR_RT among the providers of this ONNX Runtime, got [CPU]");
    }

    @Test
    void load_onACpu_saysNothingAboutTensorRt() {
        try (DetectorModel model = DetectorModel.load(folder, ComputeDevice.CPU, 1)) {
            assertThat(model.ref().id()).isEqualTo("toy");
        }
    }

    @Test
    void options_ofABundle_giveTheThreadsOfARun() {
        try (DjlSessionOptions options = DjlSessionOptions.of(ModelBundle.read(folder), ComputeDevice.CPU, 3)) {
            assertThat(options.toMap())
                    .containsOnlyKeys("interOpNumThreads", "intraOpNumThreads")
                    .containsEntry("intraOpNumThreads", "3");
        }
    }
}
