package dev.sightline.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.repository.zoo.Criteria;
import ai.djl.repository.zoo.ZooModel;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslateException;
import ai.djl.translate.TranslatorContext;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That no tensor of a run outlives it: a worker runs models for weeks. */
class DjlTranslatorIT {

    private static final InputSpec INPUT = new InputSpec(
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

    @TempDir
    private Path folder;

    private final Watch watch = new Watch(new DjlTranslator(INPUT));

    @BeforeAll
    static void keepOffline() {
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("ai.djl.offline", "true");
    }

    @Test
    void predict_closesEveryTensorOfTheRun() throws Exception {
        run(3);

        assertThat(watch.managers).hasSize(3).doesNotHaveDuplicates();
        assertThat(watch.tensors).hasSize(6).allMatch(NDArray::isReleased);
        assertThat(watch.managers).noneMatch(NDManager::isOpen);
    }

    @Test
    void predict_thatFailsOnItsOutputs_closesEveryTensorToo() {
        watch.fails = true;

        assertThatThrownBy(() -> run(1)).isInstanceOf(TranslateException.class);

        assertThat(watch.tensors).hasSize(2).allMatch(NDArray::isReleased);
        assertThat(watch.managers).hasSize(1).noneMatch(NDManager::isOpen);
    }

    private void run(int times) throws Exception {
        Path file = Files.write(
                folder.resolve("model.onnx"),
                new ConstantModel().with("scores", List.of(2), 0.75f, 0.5f).toOnnx());
        Criteria<DjlInput, ModelTensors> criteria = Criteria.builder()
                .setTypes(DjlInput.class, ModelTensors.class)
                .optModelPath(file)
                .optEngine("OnnxRuntime")
                .optTranslator(watch)
                .build();
        try (ZooModel<DjlInput, ModelTensors> model = criteria.loadModel();
                Predictor<DjlInput, ModelTensors> predictor = model.newPredictor()) {
            for (int i = 0; i < times; i++) {
                FloatBuffer planes = new InputPlanes(INPUT).fill(List.of(TrialImage.BLACK));
                ModelTensors tensors = predictor.predict(new DjlInput(planes, 1));
                assertThat(tensors.require("scores", 2).get(0)).isEqualTo(0.75f);
            }
        }
    }

    /** Remembers the tensors of each run; may fail after the model ran. */
    private static final class Watch implements NoBatchifyTranslator<DjlInput, ModelTensors> {
        private final DjlTranslator translator;
        private final List<NDArray> tensors = new ArrayList<>();
        private final List<NDManager> managers = new ArrayList<>();
        private boolean fails;

        Watch(DjlTranslator translator) {
            this.translator = translator;
        }

        @Override
        public NDList processInput(TranslatorContext context, DjlInput input) {
            NDList inputs = translator.processInput(context, input);
            managers.add(context.getNDManager());
            tensors.addAll(inputs);
            return inputs;
        }

        @Override
        public ModelTensors processOutput(TranslatorContext context, NDList outputs) {
            tensors.addAll(outputs);
            if (fails) {
                throw new IllegalStateException("told to fail");
            }
            return translator.processOutput(context, outputs);
        }
    }
}
