package dev.sightline.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.events.EventJson;
import dev.sightline.events.ImageAnalysis;
import dev.sightline.imaging.NormalizedImage;
import dev.sightline.visual.DetectedObject;
import dev.sightline.visual.Label;
import dev.sightline.visual.NormalizedBox;
import dev.sightline.visual.SightlineException;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The prepared default models on prepared pictures. */
class AnalysisModelsIT {

    private static final String LEMON = "fruit/lemon.png";

    private static Corpus corpus;
    private static AnalysisModels models;
    private static ImageAnalyzer analyzer;

    @BeforeAll
    static void load() {
        corpus = Corpus.required();
        models = AnalysisModels.load(InferenceSettings.ofFolder(corpus.models()));
        analyzer = models.newAnalyzer();
    }

    @AfterAll
    static void close() {
        analyzer.close();
        models.close();
    }

    @Test
    void modelSet_ofDefaults_namesThem() {
        assertThat(models.modelSet().detector().id()).isEqualTo("nanodet");
        assertThat(models.modelSet().embedder().id()).isEqualTo("efficientnet-lite0");
        assertThat(models.queryDetector()).isEqualTo(models.modelSet().detector());
        assertThat(models.modelSet().dimensions()).isEqualTo(1280);
        assertThat(models.modelSet().bits()).isEqualTo(1280);
    }

    @Test
    void analyze_twice_givesTheSame() {
        NormalizedImage image = corpus.picture(LEMON);

        ImageAnalysis first = analyzer.analyze(image);
        ImageAnalysis second = analyzer.analyze(image);

        assertThat(second).isEqualTo(first);
        assertThat(second.embedding().dense().cosine(first.embedding().dense())).isCloseTo(1, within(1e-6));
    }

    @Test
    void analyze_withKnownPictures_namesThem() {
        assertThat(labelOf(LEMON)).isEqualTo("lemon");
        assertThat(labelOf("fruit/strawberry.png")).isEqualTo("strawberry");
        assertThat(labelOf("mammals/camel.png")).isEqualTo("arabian camel");
    }

    @Test
    void analyze_writtenAndRead_isTheSame() {
        ImageAnalysis analysis = analyzer.analyze(corpus.picture(LEMON));

        ImageAnalysis read = EventJson.read(EventJson.write(analysis), ImageAnalysis.class);

        assertThat(read.embedding().binary()).isEqualTo(analysis.embedding().binary());
        assertThat(read.embedding().dense().cosine(analysis.embedding().dense()))
                .isCloseTo(1, within(1e-6));
    }

    @Test
    void embed_inOneBatch_equalsOneByOne() {
        List<NormalizedImage> images =
                List.of(corpus.picture(LEMON), corpus.picture("fruit/pear.png"), corpus.picture("fruit/grapes.png"));
        try (ImageEmbedder embedder = models.newEmbedder()) {
            List<ImageFeatures> together = embedder.embed(images);

            for (int i = 0; i < images.size(); i++) {
                float[] alone =
                        embedder.embed(List.of(images.get(i))).getFirst().toArray();
                assertThat(together.get(i).toArray()).containsExactly(alone, within(1e-4f));
            }
        }
    }

    @Test
    void analyzeCrop_ofTheWholeFrame_equalsTheImage() {
        NormalizedImage image = corpus.picture(LEMON);

        ImageAnalysis crop = analyzer.analyzeCrop(image, NormalizedBox.FULL);

        assertThat(crop.embedding()).isEqualTo(analyzer.analyze(image).embedding());
        assertThat(crop.objects()).isEmpty();
    }

    @Test
    void detect_onElephantCutOut_findsItOnceOverTheWholeFrame() {
        try (ObjectDetector detector = models.newDetector()) {
            List<DetectedObject> objects = detector.detect(corpus.picture("mammals/elephant.png"));

            assertThat(objects).hasSize(1);
            assertThat(objects.getFirst().category()).isEqualTo("elephant");
            assertThat(objects.getFirst().box().iou(NormalizedBox.FULL)).isGreaterThan(0.9);
        }
    }

    @Test
    void load_withAnotherQueryDetector_keepsTheModelSetAndFindsWithIt() {
        ModelNames names = new ModelNames("nanodet", "centernet", "efficientnet-lite0");
        try (AnalysisModels two = AnalysisModels.load(InferenceSettings.ofFolder(corpus.models(), names));
                ObjectDetector accurate = two.newQueryDetector()) {
            List<DetectedObject> objects = accurate.detect(corpus.picture("mammals/elephant.png"));

            assertThat(two.modelSet()).isEqualTo(models.modelSet());
            assertThat(two.queryDetector().id()).isEqualTo("centernet");
            assertThat(objects.getFirst().category()).isEqualTo("elephant");
            assertThat(objects.getFirst().box().iou(NormalizedBox.FULL)).isGreaterThan(0.8);
        }
    }

    /** Each names its own, so that the two thresholds differ. */
    @Test
    void withOwnFloor_ofPreparedDetectors_differs() {
        assertThat(floorOf("nanodet")).isEqualTo(0.35);
        assertThat(floorOf("centernet")).isEqualTo(0.2);
    }

    /** Without the prepared bundle's binarizer, which fits the other layer only. */
    @Test
    void load_withAnotherLayer_namesItInTheId(@TempDir Path folder) throws IOException {
        copy("nanodet", folder);
        copy("efficientnet-lite0", folder);
        ModelNames names = new ModelNames("nanodet", "nanodet", "efficientnet-lite0@logits");
        try (AnalysisModels logits = AnalysisModels.load(InferenceSettings.ofFolder(folder, names));
                ImageEmbedder embedder = logits.newEmbedder()) {
            assertThat(logits.modelSet().embedder().id()).isEqualTo("efficientnet-lite0.logits");
            assertThat(logits.modelSet().id()).isNotEqualTo(models.modelSet().id());
            assertThat(logits.modelSet().labels()).isEqualTo(models.modelSet().labels());
            assertThat(embedder.embed(List.of(corpus.picture(LEMON))).getFirst().dimensions())
                    .isEqualTo(1000);
        }
    }

    @Test
    void load_withLayerThatIsNotThere_namesThoseThatAre() {
        ModelNames names = new ModelNames("nanodet", "nanodet", "efficientnet-lite0@fc6");

        assertThatThrownBy(() -> AnalysisModels.load(InferenceSettings.ofFolder(corpus.models(), names)))
                .isInstanceOf(SightlineException.class)
                .hasMessageContaining("expected one of the layers [pooled, logits], got 'fc6'");
    }

    @Test
    void read_withProbe_givesAllLayersThatFitEachOther() {
        Path folder = corpus.models().resolve("efficientnet-lite0");
        try (EmbedderModel embedder = EmbedderModel.load(folder, ComputeDevice.CPU, 1);
                LayerProbe probe = embedder.newProbe()) {
            LayerValues values = probe.read(List.of(corpus.picture("fruit/pear.png"), corpus.picture(LEMON)))
                    .get(1);

            assertThat(embedder.layers()).containsExactly("pooled", "logits");
            assertThat(values.layer("pooled")).hasSize(1280);
            assertThat(softmax(values.layer("logits"))).containsExactly(values.probabilities(), within(1e-5f));
            assertThat(embedder.labelSet().names()).hasSameSizeAs(values.probabilities());
        }
    }

    @Test
    void load_withSwappedBundles_isRefused() {
        ModelNames defaults = ModelNames.DEFAULT;
        ModelNames swappedNames = new ModelNames(defaults.embedder(), defaults.embedder(), defaults.detector());
        InferenceSettings swapped = InferenceSettings.ofFolder(corpus.models(), swappedNames);

        assertThatThrownBy(() -> AnalysisModels.load(swapped))
                .isInstanceOf(SightlineException.class)
                .hasMessageContainingAll("detection", "embedding");
    }

    @Test
    void load_withOtherDimensionsThanTheModel_namesBoth(@TempDir Path folder) throws IOException {
        copy("nanodet", folder);
        copy("efficientnet-lite0", folder);
        Path description = folder.resolve("efficientnet-lite0").resolve("bundle.json");
        Files.writeString(
                description,
                Files.readString(description).replaceFirst("\"dimensions\": ?1280", "\"dimensions\": 640"));

        assertThatThrownBy(() -> AnalysisModels.load(InferenceSettings.ofFolder(folder)))
                .isInstanceOf(SightlineException.class)
                .hasMessageContaining("expected 640 values in output embedding, got 1280");
    }

    private static double floorOf(String bundle) {
        return ModelBundle.read(corpus.models().resolve(bundle))
                .withOwnFloor(DetectionLimits.OPEN)
                .minConfidence();
    }

    private static float[] softmax(float[] logits) {
        ScoreTable table = new ScoreTable(FloatBuffer.wrap(logits), logits.length, 0, logits.length);
        float[] shares = new float[logits.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = table.softmax(0, i);
        }
        return shares;
    }

    private static String labelOf(String picture) {
        List<Label> labels = analyzer.analyze(corpus.picture(picture)).labels();
        return labels.getFirst().name();
    }

    private static void copy(String bundle, Path folder) throws IOException {
        Path target = Files.createDirectory(folder.resolve(bundle));
        for (String file : List.of("model.onnx", "bundle.json")) {
            Files.copy(corpus.models().resolve(bundle).resolve(file), target.resolve(file));
        }
    }
}
