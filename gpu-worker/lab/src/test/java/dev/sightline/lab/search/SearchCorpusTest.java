package dev.sightline.lab.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.inference.LabelSet;
import dev.sightline.inference.ModelOutputs.EmbeddingOutputs;
import dev.sightline.inference.ModelOutputs.LayerOutput;
import dev.sightline.lab.calibration.Calibration;
import dev.sightline.lab.corpus.Clusters;
import dev.sightline.lab.corpus.CorpusSplit;
import dev.sightline.lab.corpus.CorpusSplit.Part;
import dev.sightline.lab.corpus.LabelledImage;
import dev.sightline.lab.corpus.NearDuplicates;
import dev.sightline.lab.corpus.SignedFolder;
import dev.sightline.lab.corpus.SignedImage;
import dev.sightline.lab.features.CorpusFeatures;
import dev.sightline.lab.features.EmbedderBundle;
import dev.sightline.lab.features.EmbedderFeatures;
import dev.sightline.lab.features.FeatureTable;
import dev.sightline.testkit.Fixtures;
import dev.sightline.visual.BinarizerMethod;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelRef;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** 120 images with four labels; images 2i and 2i + 1 are the same file. */
class SearchCorpusTest {

    private static final int IMAGES = 120;
    private static final int DIMENSIONS = Fixtures.DIMENSIONS;
    private static final ModelRef EMBEDDER = ModelRef.builtIn("test-embedder", "1", "test");
    private static final CorpusFeatures CORPUS = corpus();

    @Test
    void pictures_neverHaveAClusterOnBothSides() {
        SearchTask task = search(1).pictures();

        Set<Integer> indexed = clusters(task.indexed());
        Set<Integer> queried = clusters(task.queries());
        assertThat(queried).isNotEmpty().doesNotContainAnyElementsOf(indexed);
    }

    @Test
    void pictures_leaveOutTheCalibrationPart() {
        SearchTask task = search(1).pictures();

        int others = CORPUS.split().part(Part.EVALUATION).size()
                + CORPUS.split().part(Part.TUNING).size();
        assertThat(task.indexed().size() + task.queries().size()).isEqualTo(others);
        Set<Integer> calibrated = new HashSet<>(CORPUS.split().part(Part.CALIBRATION));
        assertThat(positions(task.indexed())).doesNotContainAnyElementsOf(calibrated);
        assertThat(positions(task.queries())).doesNotContainAnyElementsOf(calibrated);
    }

    @Test
    void pictures_queryAQuarterOfTheEvaluationPart() {
        assertThat(search(1).pictures().queries())
                .hasSize(Math.ceilDiv(CORPUS.split().part(Part.EVALUATION).size() / 2, 4) * 2);
    }

    @Test
    void pictures_sameSeed_isTheSameTask() {
        assertThat(search(1).pictures()).isEqualTo(search(1).pictures());
        assertThat(positions(search(1).pictures().queries()))
                .isNotEqualTo(positions(search(2).pictures().queries()));
    }

    @Test
    void pictures_nameTheModels() {
        SearchTask task = search(1).pictures();

        assertThat(task.dataSet()).isEqualTo("corpus");
        assertThat(task.modelSet().embedder()).isEqualTo(EMBEDDER);
        assertThat(task.modelSet().binarizer().id()).isEqualTo("median-" + DIMENSIONS);
        assertThat(task.modelSet().dimensions()).isEqualTo(DIMENSIONS);
    }

    private static SearchCorpus search(long seed) {
        return new SearchCorpus(
                CORPUS, CORPUS.embedders().getFirst(), Calibration.of(BinarizerMethod.MEDIAN, DIMENSIONS), seed);
    }

    private static Set<Integer> clusters(List<Embedded> images) {
        Set<Integer> clusters = new HashSet<>();
        positions(images).forEach(position -> clusters.add(CORPUS.clusters().of(position)));
        return clusters;
    }

    private static Set<Integer> positions(List<Embedded> images) {
        Map<ImageSignature, Integer> positions = new HashMap<>();
        for (int i = 0; i < IMAGES; i++) {
            positions.put(ImageSignature.of(name(i).getBytes(StandardCharsets.UTF_8)), i);
        }
        Set<Integer> found = new HashSet<>();
        images.forEach(image -> found.add(positions.getOrDefault(image.signature(), -1)));
        return found;
    }

    private static CorpusFeatures corpus() {
        List<SignedImage> images = IntStream.range(0, IMAGES)
                .mapToObj(i -> new SignedImage(
                        new LabelledImage(Path.of(name(i)), label(i), name(i)), Fixtures.aSignature(i / 2)))
                .toList();
        List<String> labels =
                images.stream().map(image -> image.image().label()).toList();
        Clusters clusters = NearDuplicates.DEFAULT.cluster(
                images.stream().map(SignedImage::signature).toList(),
                IntStream.range(0, IMAGES)
                        .mapToObj(i -> Fixtures.anEmbedding(i).binary())
                        .toList());
        return new CorpusFeatures(
                new SignedFolder(Path.of("corpus"), images),
                images,
                List.of(embedder(images)),
                clusters,
                CorpusSplit.of(labels, clusters, 1));
    }

    private static EmbedderFeatures embedder(List<SignedImage> images) {
        Random random = new Random(1);
        float[][] rows = new float[IMAGES][DIMENSIONS];
        for (float[] row : rows) {
            for (int d = 0; d < DIMENSIONS; d++) {
                row[d] = random.nextFloat();
            }
        }
        List<LabelledImage> labelled = images.stream().map(SignedImage::image).toList();
        FeatureTable table = new FeatureTable(EMBEDDER, "pooled", labelled, rows);
        var outputs = new EmbeddingOutputs(List.of(new LayerOutput("pooled", "embedding", DIMENSIONS)), "pooled", null);
        var bundle = new EmbedderBundle(
                Path.of("models"), EMBEDDER, outputs, new LabelSet(EMBEDDER, List.of("thing")), "key");
        return new EmbedderFeatures(bundle, List.of(table), table, List.of());
    }

    private static String label(int image) {
        return "label" + image / 2 % 4;
    }

    private static String name(int image) {
        return "%s/%03d.png".formatted(label(image), image);
    }
}
