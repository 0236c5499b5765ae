package dev.sightline.lab.objects;

import static dev.sightline.lab.objects.ScenePictures.BLUE;
import static dev.sightline.lab.objects.ScenePictures.GREEN;
import static dev.sightline.lab.objects.ScenePictures.LEFT;
import static dev.sightline.lab.objects.ScenePictures.RED;
import static dev.sightline.lab.objects.ScenePictures.RIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sightline.lab.corpus.LabelledImage;
import dev.sightline.lab.detection.BoxedDataSet;
import dev.sightline.lab.detection.BoxedPicture;
import dev.sightline.lab.detection.FakeDetector;
import dev.sightline.lab.detection.TrueObject;
import dev.sightline.lab.report.Section;
import dev.sightline.lab.report.Table;
import dev.sightline.lab.report.Table.Cell;
import dev.sightline.visual.DetectedObject;
import dev.sightline.visual.NormalizedBox;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The collection knows red and blue things, so a box around a red apple has near results and one around green background has none. In
 * each picture the detector finds the apple on the left and takes the background on the right for an apple too.
 */
class DotGateTuningTest {

    private static final TrueObject APPLE = TrueObject.of("apple", LEFT);

    @TempDir
    private Path folder;

    private final FakeEmbedder embedder = new FakeEmbedder();
    private final List<LabelledImage> collection = new ArrayList<>();
    private ScenePictures pictures;
    private BoxedDataSet tuning;
    private BoxedDataSet evaluation;

    @BeforeEach
    void writePictures() throws IOException {
        pictures = new ScenePictures(folder);
        for (int i = 0; i < 5; i++) {
            collection.add(pictures.plain("fruit", "red-" + i + ".png", RED + i));
            collection.add(pictures.plain("sky", "blue-" + i + ".png", BLUE + i));
        }
        tuning = dataSet("tuning scenes", pictures.scene(20, RED, GREEN, APPLE), pictures.scene(22, RED, GREEN, APPLE));
        evaluation = dataSet("evaluation scenes", pictures.scene(24, RED, GREEN, APPLE));
    }

    @Test
    void tune_boxesLikeNothingKnown_loseTheirDots() {
        Table gates = tune().tables().getFirst();
        assertThat(gates.name()).isEqualTo("p7-gates");
        assertThat(gates.rows())
                .filteredOn(row -> row.getFirst().equals(new Cell.Text("evaluation")))
                .extracting(row -> text(row, 1) + ": " + text(row, 5) + " dots, precision " + text(row, 6) + ", recall "
                        + text(row, 7) + ", without " + text(row, 9))
                .contains(
                        "none: 2 dots, precision 0.5, recall 1.0, without 0",
                        "all three: 1 dots, precision 1.0, recall 1.0, without 0",
                        "top distance only: 1 dots, precision 1.0, recall 1.0, without 0");
    }

    @Test
    void tune_gain_isThatOfPrecisionOnTheEvaluationData() {
        Table gain = tune().tables().getLast();
        assertThat(gain.name()).isEqualTo("p7-gain");
        assertThat(text(gain.rows().getFirst(), 1)).isEqualTo("0.5");
    }

    @Test
    void tune_summary_namesDataModelsAndTheGate() {
        assertThat(tune().summary())
                .startsWith(
                        "Tuned on tuning scenes (2 pictures, 4 boxes) and measured on evaluation scenes (1 pictures, 2 boxes),"
                                + " each box searched among 10 labelled pictures with colour and binarizer zero; detector net, seed 3,")
                .contains("changes the precision of dots by 0.500 (0.500 to 0.500) on the evaluation data.");
    }

    /** Without its own cut-out nothing red is left, so that the nearest result differs in four of eight bits. */
    @Test
    void signals_leaveOutWhatThePictureWasComposedOf() {
        var red = new LabelledImage(collection.getFirst().path(), "fruit", "fruit/red-0.png");
        var blue = new LabelledImage(collection.get(1).path(), "sky", "sky/blue-0.png");
        try (ViewReader reader = pictures.reader(embedder.encoder())) {
            var box = reader.read(tuning.files().getFirst(), List.of(LEFT))
                    .getFirst()
                    .embedding();
            DotCollection two = DotCollection.of(List.of(red, blue), reader);
            assertThat(two.signals(box, Set.of()).topDistance()).isZero();
            assertThat(two.signals(box, Set.of("fruit/red-0.png")).topDistance())
                    .isEqualTo(0.5);
        }
    }

    @Test
    void inputs_thatShareAPicture_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> inputs(tuning, tuning.select("again", List.of(0))))
                .withMessageStartingWith("expected no picture in both data sets, got [");
    }

    private Section tune() {
        return new DotGateTuning(pictures.detections(), pictures::reader).tune(inputs(tuning, evaluation));
    }

    private DotGateTuning.Inputs inputs(BoxedDataSet tuned, BoxedDataSet measured) {
        List<DetectedObject> found = List.of(found(LEFT), found(RIGHT));
        var detector = new FakeDetector(Map.of(20, found, 22, found, 24, found)).candidate("net", Set.of("apple"));
        return new DotGateTuning.Inputs(detector, embedder.encoder(), collection, tuned, measured, 3);
    }

    private static BoxedDataSet dataSet(String name, BoxedPicture... scenes) {
        return new BoxedDataSet(name, Set.of("apple"), List.of(scenes));
    }

    private static DetectedObject found(NormalizedBox box) {
        return new DetectedObject("apple", 0.9, box);
    }

    private static String text(List<Cell> row, int column) {
        return switch (row.get(column)) {
            case Cell.Text text -> text.text();
            case Cell.Count count -> Long.toString(count.count());
            case Cell.Decimal decimal -> Double.toString(decimal.value());
            case Cell.Estimate estimate -> Double.toString(estimate.interval().value());
            case Cell.Missing missing -> missing.reason();
        };
    }
}
