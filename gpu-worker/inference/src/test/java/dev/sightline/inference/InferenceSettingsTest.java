package dev.sightline.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sightline.inference.ModelOutputs.Level;
import dev.sightline.inference.ModelOutputs.NanoDetOutputs;
import dev.sightline.visual.ModelRef;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InferenceSettingsTest {

    @Test
    void limitsOf_withoutSetting_haveTheFloorOfEachBundle() {
        InferenceSettings settings = settings(null);

        assertThat(settings.limitsOf(detector(0.2))).isEqualTo(DetectionLimits.DEFAULT.withMinConfidence(0.2));
        assertThat(settings.limitsOf(detector(0.5))).isEqualTo(DetectionLimits.DEFAULT.withMinConfidence(0.5));
    }

    @Test
    void limitsOf_withNeitherSettingNorFloor_areTheDefault() {
        assertThat(settings(null).limitsOf(detector(null))).isEqualTo(DetectionLimits.DEFAULT);
    }

    @Test
    void limitsOf_withSetting_haveItWhateverTheBundleNames() {
        InferenceSettings settings = settings(0.6);

        assertThat(settings.limitsOf(detector(0.2)).minConfidence()).isEqualTo(0.6);
        assertThat(settings.limitsOf(detector(null)).minConfidence()).isEqualTo(0.6);
    }

    @Test
    void settings_withFloorOutsideItsRange_nameIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(-0.1))
                .withMessage("expected minConfidence in 0..1, got -0.1");
    }

    private static InferenceSettings settings(@Nullable Double floor) {
        return new InferenceSettings(
                Path.of("models"),
                ModelNames.DEFAULT,
                ComputeDevice.CPU,
                1,
                floor,
                DetectionLimits.DEFAULT,
                LabelLimits.DEFAULT);
    }

    private static ModelBundle detector(@Nullable Double floor) {
        InputSpec input = new InputSpec(
                "image",
                8,
                8,
                InputSpec.Channels.RGB,
                InputSpec.Resize.STRETCH,
                List.of(0f, 0f, 0f),
                List.of(1f, 1f, 1f),
                List.of(0, 0, 0),
                255,
                1);
        NanoDetOutputs outputs = new NanoDetOutputs(List.of(new Level(8, "scores", "distances")), 11, true);
        LabelSet labels = LabelSet.of("pets", "1", List.of("cat"));
        return new ModelBundle(
                new ModelRef("toy", "1", "0".repeat(64)), Path.of("model.onnx"), input, outputs, labels, floor, null);
    }
}
