package dev.sightline.lab.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.inference.DetectionLimits;
import dev.sightline.lab.detection.PrecisionRecallCurve.Point;
import dev.sightline.lab.report.Table.Cell;
import dev.sightline.visual.DetectedObject;
import dev.sightline.visual.NormalizedBox;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Two dogs in the tuning picture, one in the other; the floor in use is 0.35. */
class MeasuredFloorTest {

    private static final NormalizedBox LEFT = new NormalizedBox(0, 0, 0.5, 1);
    private static final NormalizedBox RIGHT = new NormalizedBox(0.5, 0, 0.5, 1);
    private static final NormalizedBox CORNER = new NormalizedBox(0, 0, 0.1, 0.1);
    private static final DetectorCandidate DETECTOR = new FakeDetector(Map.of()).candidate("net", Set.of("dog"));
    private static final BoxedDataSet TUNING = dataSet("tuning", LEFT, RIGHT);
    private static final BoxedDataSet EVALUATION = dataSet("other", LEFT);

    /** F1 is 2/3 at 0.9, 1 at 0.2, and 4/5 at 0.1, where a wrong box comes in. */
    private final MeasuredFloor floor = new MeasuredFloor(
            run(TUNING, dog(0.9, LEFT), dog(0.2, RIGHT), dog(0.1, CORNER)),
            run(EVALUATION, dog(0.5, LEFT), dog(0.4, CORNER), dog(0.1, RIGHT)));

    @Test
    void best_isTheFloorWithTheLargestF1() {
        assertThat(floor.best()).contains(new Point(0.2, 1, 1));
    }

    /** One right box, and two right ones after two wrong ones: F1 is 2/3 both times. */
    @Test
    void best_ofEquallyGoodOnes_isTheHighest() {
        DetectorRun run = run(
                TUNING,
                dog(0.9, LEFT),
                dog(0.5, CORNER),
                dog(0.4, new NormalizedBox(0, 0.9, 0.1, 0.1)),
                dog(0.3, RIGHT));

        assertThat(new MeasuredFloor(run, run).best()).contains(new Point(0.9, 0.5, 1));
    }

    @Test
    void best_withoutDetections_isNone() {
        DetectorRun nothing = run(TUNING);

        assertThat(new MeasuredFloor(nothing, nothing).best()).isEmpty();
    }

    @Test
    void inUse_ofEachHalf_countsWhatReachesTheFloor() {
        assertThat(floor.inUse()).isEqualTo(0.35);
        assertThat(floor.inUse(floor.tuning())).contains(new Point(0.9, 0.5, 1));
        assertThat(floor.inUse(floor.evaluation())).contains(new Point(0.4, 1, 0.5));
    }

    @Test
    void f1_isTheHarmonicMean() {
        assertThat(MeasuredFloor.f1(new Point(0.5, 0.25, 0.75))).isCloseTo(0.375, within(1e-12));
        assertThat(MeasuredFloor.f1(new Point(0.5, 0, 0))).isZero();
    }

    @Test
    void table_hasTheBestFloorAndTheOneInUseOnBothHalves() {
        assertThat(FloorTable.of(List.of(floor)).rows())
                .containsExactly(
                        row("tuning", "best", 0.2, 1, 1, 1),
                        row("tuning", "in use", 0.35, 2 / 3.0, 1, 0.5),
                        row("other", "in use", 0.35, 2 / 3.0, 0.5, 1));
    }

    private static List<Cell> row(String dataSet, String which, double floor, double... figures) {
        return List.of(
                new Cell.Text(dataSet),
                new Cell.Text("net"),
                new Cell.Text(which),
                new Cell.Decimal(floor, 2),
                new Cell.Decimal(figures[0], 3),
                new Cell.Decimal(figures[1], 3),
                new Cell.Decimal(figures[2], 3));
    }

    private static DetectorRun run(BoxedDataSet dataSet, DetectedObject... found) {
        return DetectorRun.of(dataSet, DETECTOR, DetectionLimits.OPEN, List.of(new TimedDetections(1, List.of(found))));
    }

    private static DetectedObject dog(double confidence, NormalizedBox box) {
        return new DetectedObject("dog", confidence, box);
    }

    private static BoxedDataSet dataSet(String name, NormalizedBox... dogs) {
        List<TrueObject> objects =
                List.of(dogs).stream().map(box -> TrueObject.of("dog", box)).toList();
        return new BoxedDataSet(name, Set.of("dog"), List.of(new BoxedPicture(Path.of(name + ".png"), objects)));
    }
}
