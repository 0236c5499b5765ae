package dev.sightline.lab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.events.EnvironmentNames;
import dev.sightline.imaging.ImageDecoder;
import dev.sightline.imaging.ImageLimits;
import dev.sightline.imaging.NormalizedImage;
import dev.sightline.inference.ComputeDevice;
import dev.sightline.inference.EmbedderModel;
import dev.sightline.inference.LayerProbe;
import dev.sightline.inference.LayerValues;
import dev.sightline.lab.corpus.LabelledFolder;
import dev.sightline.lab.corpus.LabelledImage;
import dev.sightline.lab.features.FeatureTable;
import dev.sightline.visual.SightlineException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trained on real features, joined to the real bundle, run by the serving engine. */
class HeadBundleIT {

    private static final String EMBEDDER = "efficientnet-lite0";
    private static final int IMAGES_PER_LABEL = 9;

    @TempDir
    private static Path folder;

    private static List<NormalizedImage> pictures;
    private static HeadSplit split;

    @BeforeAll
    static void readFeatures() {
        List<LabelledImage> images = Stream.of("birds", "flowers", "fruit")
                .flatMap(HeadBundleIT::someOf)
                .toList();
        var decoder = new ImageDecoder(ImageLimits.DEFAULT);
        pictures = images.stream().map(image -> decoder.decode(bytes(image))).toList();
        try (EmbedderModel model = load(models().resolve(EMBEDDER))) {
            float[][] rows =
                    read(model).stream().map(values -> values.layer("pooled")).toArray(float[][]::new);
            var table = new FeatureTable(model.ref(), "pooled", images, rows);
            split = new HeadSplit(third(table, 0), third(table, 1), third(table, 2));
        }
    }

    @AfterAll
    static void forgetPictures() {
        pictures = List.of();
    }

    @Test
    void labels_servedByTheBundle_haveTheProbabilitiesOfTheTrainedLayer() throws Exception {
        TrainedLabels trained = new LabelTraining(TrainingSettings.labels(1), epoch -> {}).train(split);
        new HeadFolder(folder.resolve("labels")).writeLabels(trained, "three-labels", "pooled", "three folders");
        attach("labels", "labels-bundle");

        try (EmbedderModel model = load(folder.resolve("labels-bundle"))) {
            assertThat(model.labelSet().names()).containsExactly("birds", "flowers", "fruit");
            for (LayerValues values : read(model)) {
                double[] expected = Softmax.of(trained.calibrated().apply(values.layer("pooled")));
                for (int label = 0; label < expected.length; label++) {
                    assertThat((double) values.probabilities()[label]).isCloseTo(expected[label], within(1e-4));
                }
            }
        }
    }

    @Test
    void projection_servedByTheBundle_isTheEmbedding() throws Exception {
        var training = new ProjectionTraining(16, TrainingSettings.projection(1), epoch -> {});
        LinearHead head = training.train(split.training(), split.validation());
        new HeadFolder(folder.resolve("projection")).writeProjection(head, "small", "pooled", "three folders");
        attach("projection", "projection-bundle");

        try (EmbedderModel model = load(folder.resolve("projection-bundle"))) {
            assertThat(model.layer()).isEqualTo("projection");
            assertThat(model.dimensions()).isEqualTo(16);
            for (LayerValues values : read(model)) {
                float[] expected = head.apply(values.layer("pooled"));
                assertThat(values.layer("projection")).containsExactly(expected, within(1e-3f));
            }
        }
    }

    @Test
    void bundle_withoutTheLayer_isRefused() {
        assertThatThrownBy(() -> EmbedderModel.load(models().resolve(EMBEDDER), "fc6", ComputeDevice.CPU, 1))
                .isInstanceOf(SightlineException.class)
                .hasMessageContaining("fc6");
    }

    private static Stream<LabelledImage> someOf(String label) {
        Path images = Path.of(required("SIGHTLINE_CORPUS"));
        return LabelledFolder.read(images).images().stream()
                .filter(image -> image.label().equals(label))
                .limit(IMAGES_PER_LABEL);
    }

    private static byte[] bytes(LabelledImage image) {
        try {
            return Files.readAllBytes(image.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FeatureTable third(FeatureTable table, int part) {
        return table.select(IntStream.range(0, table.images().size())
                .filter(i -> i % 3 == part)
                .boxed()
                .toList());
    }

    private static List<LayerValues> read(EmbedderModel model) {
        try (LayerProbe probe = model.newProbe()) {
            return probe.read(pictures);
        }
    }

    private static EmbedderModel load(Path bundle) {
        return EmbedderModel.load(bundle, ComputeDevice.CPU, 1);
    }

    private static Path models() {
        return Path.of(required(EnvironmentNames.MODELS));
    }

    private static void attach(String head, String bundle) throws IOException, InterruptedException {
        Path log = folder.resolve(head + ".log");
        ProcessBuilder builder = new ProcessBuilder(
                        required("SIGHTLINE_MODELS_PYTHON"),
                        "-m",
                        "sightline_models",
                        "attach-head",
                        "--bundle",
                        models().resolve(EMBEDDER).toString(),
                        "--head",
                        folder.resolve(head).toString(),
                        "--out",
                        folder.resolve(bundle).toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment()
                .put(
                        "PYTHONPATH",
                        Path.of("../../infra/local/models").toAbsolutePath().toString());
        int status = builder.start().waitFor();
        assertThat(status).as(Files.readString(log)).isZero();
    }

    private static String required(String name) {
        String value = System.getenv(name);
        if (value == null) {
            throw new IllegalStateException("expected %s to be set, as ./sightline test does".formatted(name));
        }
        return value;
    }
}
