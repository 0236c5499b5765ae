package dev.sightline.lab.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.inference.DetectionLimits;
import dev.sightline.visual.DetectedObject;
import dev.sightline.visual.NormalizedBox;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DetectorChoiceTest {

    private static final DetectedObject DOG = new DetectedObject("dog", 0.9, NormalizedBox.FULL);
    private static final BoxedDataSet DATA = new BoxedDataSet(
            "toy",
            Set.of("dog"),
            List.of(new BoxedPicture(Path.of("1.png"), List.of(TrueObject.of("dog", NormalizedBox.FULL)))));
    private static final DetectorCandidate SMALL = new FakeDetector(Map.of()).candidate("small", Set.of("dog"));
    private static final DetectorCandidate LARGE = new FakeDetector(Map.of()).candidate("large", Set.of("dog"));

    /** The small one was disturbed once: its fastest run counts. */
    @Test
    void suggestion_fastIsTheSmallestTime_accurateTheLargestPrecision() {
        var open = List.of(run(SMALL, 90), run(LARGE, 80, DOG));
        var all = List.of(run(SMALL, 90), run(LARGE, 80, DOG), run(SMALL, 20), run(LARGE, 85, DOG));
        assertThat(new DetectorChoice(open, all).suggestion())
                .isEqualTo(
                        "Suggested as fast: small (p50 20.0 ms, mAP 0.000 at IoU 0.5); as accurate: large (p50 80.0 ms, mAP"
                                + " 1.000 at IoU 0.5).");
    }

    @Test
    void suggestion_oneBestInBoth_isBoth() {
        var runs = List.of(run(SMALL, 20, DOG), run(LARGE, 80));
        assertThat(new DetectorChoice(runs, runs).suggestion())
                .isEqualTo(
                        "Suggested as fast and as accurate: small (p50 20.0 ms, mAP 1.000 at IoU 0.5); large has p50 80.0 ms,"
                                + " mAP 0.000 at IoU 0.5.");
    }

    @Test
    void suggestion_withoutACommonCategory_namesNoAccurateOne() {
        DetectorCandidate cats = new FakeDetector(Map.of()).candidate("cats", Set.of("cat"));
        var runs = List.of(run(cats, 20));
        assertThat(new DetectorChoice(runs, runs).suggestion())
                .isEqualTo(
                        "Suggested as fast: cats (p50 20.0 ms). No data set holds a category that a detector knows, so none is"
                                + " suggested as accurate.");
    }

    private static DetectorRun run(DetectorCandidate detector, double millis, DetectedObject... found) {
        return DetectorRun.of(
                DATA, detector, DetectionLimits.OPEN, List.of(new TimedDetections(millis, List.of(found))));
    }
}
