package dev.sightline.lab.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sightline.imaging.ImageDecoder;
import dev.sightline.imaging.ImageLimits;
import dev.sightline.lab.corpus.CorpusFolder;
import dev.sightline.lab.report.Gallery;
import dev.sightline.lab.report.Gallery.Mark;
import dev.sightline.lab.report.Gallery.Verdict;
import dev.sightline.lab.report.Plot;
import dev.sightline.lab.report.Section;
import dev.sightline.lab.report.Table;
import dev.sightline.lab.report.Table.Cell;
import dev.sightline.visual.DetectedObject;
import dev.sightline.visual.NormalizedBox;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two pictures. In the first are a cat on the left and a dog on the right, in the second a cow on the left, which no detector knows.
 * The good detector finds cat and dog exactly, the poor one calls the cat a dog, finds the dog at IoU 0.6, and takes the cow for a cat.
 */
class DetectorComparisonTest {

    private static final NormalizedBox LEFT = new NormalizedBox(0, 0, 0.5, 1);
    private static final NormalizedBox RIGHT = new NormalizedBox(0.5, 0, 0.5, 1);
    private static final NormalizedBox MOSTLY_RIGHT = new NormalizedBox(0.5, 0, 0.3, 1);
    private static final Set<String> LABELS = Set.of("cat", "dog", "bird");

    @TempDir
    private Path folder;

    private final AtomicLong nanos = new AtomicLong();
    private BoxedDataSet dataSet;
    private Section section;

    @BeforeEach
    void compare() throws IOException {
        var corpus = new CorpusFolder(folder);
        dataSet = new BoxedDataSet(
                "Toy data",
                Set.of("cat", "dog", "cow"),
                List.of(
                        new BoxedPicture(
                                corpus.write("1.png", new BufferedImage(8, 5, BufferedImage.TYPE_INT_RGB)),
                                List.of(TrueObject.of("cat", LEFT), TrueObject.of("dog", RIGHT))),
                        new BoxedPicture(
                                corpus.write("2.png", new BufferedImage(9, 5, BufferedImage.TYPE_INT_RGB)),
                                List.of(TrueObject.of("cow", LEFT)))));
        var good = new FakeDetector(
                Map.of(8, List.of(new DetectedObject("cat", 0.9, LEFT), new DetectedObject("dog", 0.8, RIGHT))));
        var poor = new FakeDetector(Map.of(
                8,
                List.of(new DetectedObject("dog", 0.9, LEFT), new DetectedObject("dog", 0.2, MOSTLY_RIGHT)),
                9,
                List.of(new DetectedObject("cat", 0.7, LEFT))));
        section = comparison()
                .compare(new DetectorComparison.Inputs(
                        List.of(good.candidate("good", LABELS), poor.candidate("poor", LABELS)), List.of(dataSet), 7));
    }

    /** Poor, IoU 0.5: cat AP 0; dog wrong before right, so 1/2. Its boxes: three of three objects are found. */
    @Test
    void compare_quality_isThatByHand() {
        assertThat(values(table("p6-quality"), "mAP"))
                .containsExactly("1.0", "1.0", "0.25", "0.0", "1.0", "1.0", "0.25", "0.0");
        assertThat(values(table("p6-quality"), "objects")).containsOnly("3");
        assertThat(values(table("p6-quality"), "proposals"))
                .containsExactly("100", "100", "100", "100", "300", "300", "300", "300");
    }

    /** As served (floor 0.35) the poor one has two wrong names, and found two of three objects by place. */
    @Test
    void compare_served_isThatByHand() {
        Table served = table("p6-served");
        assertThat(values(served, "precision")).containsExactly("1.0", "1.0", "0.0", "0.0");
        assertThat(values(served, "recall")).containsExactly("1.0", "1.0", "0.0", "0.0");
        assertThat(values(served, "precision of boxes")).containsExactly("1.0", "1.0", "1.0", "1.0");
        assertThat(values(served, "recall of boxes")).containsOnly(Double.toString(2 / 3.0));
    }

    /** One picture is in each half, and the floor in use is that of each detector. */
    @Test
    void compare_floors_areChosenOnOneHalfAndMeasuredOnBoth() {
        Table floors = table("p6-floors");
        assertThat(values(floors, "data set"))
                .containsExactly(
                        "Toy data, tuning half",
                        "Toy data, tuning half",
                        "Toy data, other half",
                        "Toy data, tuning half",
                        "Toy data, tuning half",
                        "Toy data, other half");
        assertThat(values(floors, "detector")).containsExactly("good", "good", "good", "poor", "poor", "poor");
        assertThat(values(floors, "which")).containsExactly("best", "in use", "in use", "best", "in use", "in use");
        assertThat(List.of(
                        values(floors, "floor").get(1), values(floors, "floor").get(5)))
                .containsExactly("0.35", "0.35");
    }

    @Test
    void compare_categories_areThoseOfTheDataThatADetectorKnows() {
        Table categories = table("p6-categories");
        assertThat(categories.columns())
                .containsExactly(
                        "data set",
                        "category",
                        "objects",
                        "good, IoU 0.5",
                        "good, IoU 0.7",
                        "poor, IoU 0.5",
                        "poor, IoU 0.7");
        assertThat(values(categories, "category")).containsExactly("cat", "dog");
        assertThat(values(categories, "poor, IoU 0.5")).containsExactly("0.0", "0.5");
    }

    @Test
    void compare_latency_isThatOfTheClock() {
        assertThat(values(table("p6-latency"), "p50")).containsOnly("3.0").hasSize(6);
        assertThat(values(table("p6-latency"), "pictures")).containsOnly("2");
    }

    @Test
    void compare_summary_namesDataModelsSeedAndTheChoice() {
        assertThat(section.summary())
                .isEqualTo(
                        "Measured on Toy data (2 pictures) with good version 1 and poor version 1; seed 7, intervals from 1000"
                                + " resamplings of the pictures. Suggested as fast and as accurate: good (p50 3.0 ms, mAP 1.000 at IoU 0.5);"
                                + " poor has p50 3.0 ms, mAP 0.250 at IoU 0.5.");
    }

    @Test
    void compare_plots_showOneCurvePerDetectorAndOverlap() {
        assertThat(section.plots())
                .extracting(Plot::name)
                .containsExactly("p6-curve-toy-data-50", "p6-curve-toy-data-70");
        var curves = (Plot.Lines) section.plots().getFirst();
        assertThat(curves.series())
                .containsExactly(
                        new Plot.Series("good", List.of(Plot.Point.of(0.5, 1), Plot.Point.of(1, 1))),
                        new Plot.Series(
                                "poor",
                                List.of(Plot.Point.of(0, 0), Plot.Point.of(0, 0), Plot.Point.of(0.5, 1 / 3.0))));
    }

    /** The second picture has one mistake and F1 0, the first one four mistakes and F1 0; the good detector made none. */
    @Test
    void compare_galleries_showTheWorstPictures() {
        assertThat(section.galleries())
                .extracting(Gallery::name)
                .containsExactly("p6-worst-toy-data-good", "p6-worst-toy-data-poor");
        assertThat(section.galleries().getFirst().rows()).isEmpty();
        List<Gallery.Row> rows = section.galleries().getLast().rows();
        assertThat(rows)
                .extracting(row -> row.query().file().getFileName().toString() + ": "
                        + row.query().caption())
                .containsExactly("1.png: 0 right, 1 wrong, 2 missed", "2.png: 0 right, 1 wrong, 0 missed");
        assertThat(rows.getFirst().query().marks())
                .containsExactly(
                        new Mark(LEFT, "cat", Verdict.MISSED),
                        new Mark(RIGHT, "dog", Verdict.MISSED),
                        new Mark(LEFT, "dog 0.90", Verdict.WRONG));
    }

    @Test
    void inputs_withoutPictures_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DetectorComparison.Inputs(
                        List.of(new FakeDetector(Map.of()).candidate("net", LABELS)),
                        List.of(new BoxedDataSet("nothing", Set.of(), List.of())),
                        1))
                .withMessage("expected pictures in nothing, got none");
    }

    @Test
    void thinned_manyPoints_keepsTheEnds() {
        List<Integer> many = IntStream.range(0, 5000).boxed().toList();
        assertThat(PrecisionRecallPlot.thinned(many))
                .hasSize(200)
                .startsWith(0)
                .endsWith(4999)
                .isSorted();
        assertThat(PrecisionRecallPlot.thinned(List.of(1, 2))).containsExactly(1, 2);
    }

    private DetectorComparison comparison() {
        return new DetectorComparison(new PictureDetections(
                new ImageDecoder(ImageLimits.DEFAULT),
                new DetectionCache(folder.resolve("cache")),
                () -> nanos.addAndGet(3_000_000)));
    }

    private Table table(String name) {
        return section.tables().stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> values(Table table, String column) {
        int index = table.columns().indexOf(column);
        return table.rows().stream().map(row -> value(row.get(index))).toList();
    }

    private static String value(Cell cell) {
        return switch (cell) {
            case Cell.Text text -> text.text();
            case Cell.Count count -> Long.toString(count.count());
            case Cell.Decimal decimal -> Double.toString(decimal.value());
            case Cell.Estimate estimate -> Double.toString(estimate.interval().value());
            case Cell.Missing missing -> missing.reason();
        };
    }
}
