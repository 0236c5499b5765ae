package dev.sightline.lab.objects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.events.EnvironmentNames;
import dev.sightline.imaging.ImageDecoder;
import dev.sightline.imaging.ImageLimits;
import dev.sightline.inference.ComputeDevice;
import dev.sightline.inference.DetectorModel;
import dev.sightline.inference.EmbedderModel;
import dev.sightline.inference.LabelLimits;
import dev.sightline.lab.corpus.LabelledFolder;
import dev.sightline.lab.detection.BoxedDataSet;
import dev.sightline.lab.detection.BoxedPicture;
import dev.sightline.lab.detection.DetectionCache;
import dev.sightline.lab.detection.DetectorCandidate;
import dev.sightline.lab.detection.DetectorComparison;
import dev.sightline.lab.detection.PictureDetections;
import dev.sightline.lab.detection.TrueObject;
import dev.sightline.lab.report.Section;
import dev.sightline.lab.report.Table;
import dev.sightline.lab.report.Table.Cell;
import dev.sightline.lab.scenes.ComposerSettings;
import dev.sightline.lab.scenes.Scene;
import dev.sightline.lab.scenes.SceneComposer;
import dev.sightline.visual.Binarizer;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** P6, P7 and P8 with the prepared models on scenes composed of the prepared pictures; what is not there fails the test. */
class ObjectProtocolsIT {

    private static final int SCENES = 24;
    private static final int SEED = 11;
    private static final ImageDecoder DECODER = new ImageDecoder(ImageLimits.DEFAULT);

    @TempDir
    private static Path folder;

    private static Path corpus;
    private static DetectorModel detector;
    private static EmbedderModel embedder;
    private static List<Scene> scenes;

    @BeforeAll
    static void loadAndCompose() {
        Path models = Path.of(System.getenv(EnvironmentNames.MODELS));
        corpus = models.toAbsolutePath().resolveSibling("corpus").resolve("tuxpaint");
        detector = DetectorModel.load(models.resolve("nanodet"), ComputeDevice.CPU, 1);
        embedder = EmbedderModel.load(models.resolve("efficientnet-lite0"), ComputeDevice.CPU, 1);
        scenes = new SceneComposer(DECODER)
                .compose(new ComposerSettings(corpus, folder.resolve("scenes"), SCENES, SEED))
                .scenes();
    }

    @AfterAll
    static void close() {
        embedder.close();
        detector.close();
    }

    @Test
    void compare_detector_findsSomeObjectsAndRepeatsItsNumbers() {
        var inputs = new DetectorComparison.Inputs(List.of(DetectorCandidate.of(detector)), List.of(named()), SEED);
        Section section = new DetectorComparison(detections()).compare(inputs);
        List<Cell> row = table(section, "p6-quality").rows().getFirst();
        assertThat(value(row.get(5))).as("mAP at IoU 0.5").isBetween(0.2, 1.0);
        assertThat(value(row.get(6))).as("AP of boxes at IoU 0.5").isBetween(0.1, 1.0);
        assertThat(new DetectorComparison(detections()).compare(inputs)).isEqualTo(section);
    }

    @Test
    void compare_objectSearch_answersAndRepeatsItsNumbers() {
        var inputs = new ObjectSearchComparison.Inputs(DetectorCandidate.of(detector), encoder(), byFolder(), SEED);
        Section section = new ObjectSearchComparison(detections(), ObjectProtocolsIT::reader).compare(inputs);
        assertThat(table(section, "p8-precision").rows())
                .filteredOn(row -> row.get(0).equals(new Cell.Text("other pictures")))
                .hasSize(6)
                .allSatisfy(row -> assertThat(value(row.get(4))).isBetween(0.02, 1.0));
        assertThat(new ObjectSearchComparison(detections(), ObjectProtocolsIT::reader).compare(inputs))
                .isEqualTo(section);
    }

    @Test
    void tune_dotGate_keepsMostRightBoxesAndRepeatsItsNumbers() {
        BoxedDataSet all = named();
        var inputs = new DotGateTuning.Inputs(
                DetectorCandidate.of(detector),
                encoder(),
                LabelledFolder.read(corpus).images(),
                all.select(
                        "tuning scenes", IntStream.range(0, SCENES / 2).boxed().toList()),
                all.select(
                        "evaluation scenes",
                        IntStream.range(SCENES / 2, SCENES).boxed().toList()),
                SEED);
        TunedDots tuned = new DotGateTuning(detections(), ObjectProtocolsIT::reader).tune(inputs);
        List<List<Cell>> rows = table(tuned.section(), "p7-gates").rows();
        assertThat(rows.get(0).get(1)).isEqualTo(new Cell.Text("none"));
        assertThat(rows.get(1))
                .as("by confidence")
                .satisfies(row -> assertThat(value(row.get(4))).isGreaterThanOrEqualTo(DotGateTuning.MIN_RECALL));
        assertThat(value(rows.get(2).get(3)))
                .as("precision on the tuning scenes")
                .isGreaterThanOrEqualTo(value(rows.get(0).get(3)));
        assertThat(value(rows.get(2).get(4)))
                .as("recall on the tuning scenes")
                .isGreaterThanOrEqualTo(DotGateTuning.MIN_RECALL);
        assertThat(new DotGateTuning(detections(), ObjectProtocolsIT::reader).tune(inputs))
                .isEqualTo(tuned);
    }

    /** A cut-out of a thing that the detector can name has that name, any other that of its folder. */
    private static BoxedDataSet named() {
        return dataSet(placed -> {
            String name = placed.file().replaceAll(".*/|[.]png", "").toLowerCase(Locale.ROOT);
            return detector.labels().contains(name) ? name : placed.label();
        });
    }

    private static BoxedDataSet byFolder() {
        return dataSet(Scene.Placed::label);
    }

    private static BoxedDataSet dataSet(Function<Scene.Placed, String> category) {
        List<BoxedPicture> pictures = scenes.stream()
                .map(scene -> new BoxedPicture(
                        folder.resolve("scenes").resolve(scene.file()),
                        scene.objects().stream()
                                .map(placed ->
                                        new TrueObject(category.apply(placed), placed.box(), false, placed.file()))
                                .toList()))
                .toList();
        Set<String> categories = new HashSet<>(detector.labels());
        pictures.forEach(picture -> picture.objects().forEach(object -> categories.add(object.category())));
        return new BoxedDataSet("composed scenes", categories, pictures);
    }

    private static PictureDetections detections() {
        return PictureDetections.of(DECODER, new DetectionCache(folder.resolve("detections")));
    }

    private static ViewEncoder encoder() {
        return ViewEncoder.of(embedder, Binarizer.zero(embedder.dimensions()), LabelLimits.DEFAULT);
    }

    private static ViewReader reader(ViewEncoder encoder) {
        return new ViewReader(DECODER, new ViewCache(folder.resolve("views")), encoder);
    }

    private static Table table(Section section, String name) {
        return section.tables().stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static double value(Cell cell) {
        return ((Cell.Estimate) cell).interval().value();
    }
}
