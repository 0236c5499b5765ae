package dev.sightline.lab.objects;

import static dev.sightline.lab.objects.ScenePictures.BLUE;
import static dev.sightline.lab.objects.ScenePictures.GREEN;
import static dev.sightline.lab.objects.ScenePictures.LEFT;
import static dev.sightline.lab.objects.ScenePictures.PURPLE;
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
 * The collection knows purple and blue things, so a box around a red apple has near results and one around green background has none. In
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
            collection.add(pictures.plain("fruit", "purple-" + i + ".png", PURPLE + i));
            collection.add(pictures.plain("sky", "blue-" + i + ".png", BLUE + i));
        }
        tuning = dataSet("tuning scenes", pictures.scene(20, RED, GREEN, APPLE), pictures.scene(22, RED, GREEN, APPLE));
        evaluation = dataSet("evaluation scenes", pictures.scene(24, RED, GREEN, APPLE));
    }

    @Test
    void tune_boxesLikeNothingKnown_loseTheirDots() {
        assertThat(table("p7-gates").rows())
                .filteredOn(row -> row.getFirst().equals(new Cell.Text("evaluation")))
                .extracting(row -> text(row, 1) + ": " + text(row, 2) + " dots, precision " + text(row, 3) + ", recall "
                        + text(row, 4) + ", without " + text(row, 6))
                .contains(
                        "none: 2 dots, precision 0.5, recall 1.0, without 0",
                        "confidence >= 0.900: 2 dots, precision 0.5, recall 1.0, without 0",
                        "labelled pictures, 5 results: 1 dots, precision 1.0, recall 1.0, without 0",
                        "the chosen, top distance only: 1 dots, precision 1.0, recall 1.0, without 0");
    }

    @Test
    void tune_gain_isThatOfPrecisionOnTheEvaluationData() {
        assertThat(table("p7-gain").rows())
                .extracting(row -> text(row, 0) + ": " + text(row, 1) + ", " + text(row, 2))
                .contains("confidence >= 0.900: 0.0, itself", "labelled pictures, 5 results: 0.5, 0.5");
    }

    @Test
    void tune_settings_areAllCollectionsNumbersAndCategories() {
        assertThat(table("p7-settings").rows())
                .hasSize(4 * DotTrials.NEIGHBORS.size() * Conformity.values().length)
                .extracting(row -> text(row, 0))
                .containsOnly(
                        "labelled pictures",
                        "objects of the labelled pictures",
                        "objects of the tuning pictures",
                        "both kinds of objects");
    }

    @Test
    void tune_summary_namesDataModelsAndTheGate() {
        assertThat(tune().summary())
                .startsWith(
                        "Tuned on tuning scenes (2 pictures, 4 boxes) and measured on evaluation scenes (1 pictures, 2 boxes)"
                                + " with colour and binarizer zero; detector net, seed 3,")
                .contains("The chosen gate (labelled pictures, 5 results, top distance at most 0.250,")
                .contains("changes the precision of dots by 0.500 (0.500 to 0.500) on the evaluation data.");
    }

    @Test
    void inputs_thatShareAPicture_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> inputs(tuning, tuning.select("again", List.of(0))))
                .withMessageStartingWith("expected no picture in both data sets, got [");
    }

    private Table table(String name) {
        return tune().tables().stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Section tune() {
        return new DotGateTuning(pictures.detections(), pictures::reader)
                .tune(inputs(tuning, evaluation))
                .section();
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
