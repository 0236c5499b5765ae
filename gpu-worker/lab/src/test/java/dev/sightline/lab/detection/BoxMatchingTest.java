package dev.sightline.lab.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sightline.visual.DetectedObject;
import dev.sightline.visual.NormalizedBox;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoxMatchingTest {

    private static final NormalizedBox LEFT = new NormalizedBox(0, 0, 0.5, 1);
    private static final NormalizedBox RIGHT = new NormalizedBox(0.5, 0, 0.5, 1);
    private static final NormalizedBox QUARTER = new NormalizedBox(0, 0, 0.25, 1);

    private final BoxMatching half = new BoxMatching(0.5);

    @Test
    void match_eachBoxAtItsObject_isRight() {
        assertThat(judge(
                        half,
                        List.of(detection(0.6, RIGHT), detection(0.9, LEFT)),
                        List.of(object(LEFT), object(RIGHT))))
                .isEqualTo(judged(2, right(0.9), right(0.6)));
    }

    @Test
    void match_secondBoxAtOneObject_isWrong() {
        assertThat(judge(half, List.of(detection(0.8, LEFT), detection(0.9, LEFT)), List.of(object(LEFT))))
                .isEqualTo(judged(1, right(0.9), wrong(0.8)));
    }

    /** A quarter of the frame in a half of it: intersection 0.25, union 0.5. */
    @Test
    void match_overlapOfExactlyTheLimit_isRight() {
        assertThat(judge(half, List.of(detection(0.9, QUARTER)), List.of(object(LEFT))))
                .isEqualTo(judged(1, right(0.9)));
        assertThat(judge(new BoxMatching(0.51), List.of(detection(0.9, QUARTER)), List.of(object(LEFT))))
                .isEqualTo(judged(1, wrong(0.9)));
    }

    /** The surer box overlaps both objects and takes the better one, so that the other one is left for the second box. */
    @Test
    void match_boxOverTwoObjects_takesTheLargerOverlap() {
        NormalizedBox near = new NormalizedBox(0, 0, 0.6, 1);
        NormalizedBox exact = new NormalizedBox(0, 0, 0.5, 1);
        assertThat(judge(
                        half,
                        List.of(detection(0.9, exact), detection(0.8, near)),
                        List.of(object(near), object(exact))))
                .isEqualTo(judged(2, right(0.9), right(0.8)));
    }

    @Test
    void match_boxWhoseBestObjectIsTaken_takesTheNextBest() {
        NormalizedBox other = new NormalizedBox(0, 0, 0.6, 1);
        assertThat(judge(
                        half,
                        List.of(detection(0.9, LEFT), detection(0.8, LEFT)),
                        List.of(object(LEFT), object(other))))
                .isEqualTo(judged(2, right(0.9), right(0.8)));
    }

    @Test
    void match_boxesInsideACrowd_areLeftOut() {
        var crowd = TrueObject.ignored("person", LEFT);
        assertThat(judge(
                        half,
                        List.of(detection(0.9, QUARTER), detection(0.8, QUARTER), detection(0.7, RIGHT)),
                        List.of(crowd)))
                .isEqualTo(judged(0, wrong(0.7)));
    }

    @Test
    void match_boxAtAnObjectInsideACrowd_isRight() {
        var crowd = TrueObject.ignored("person", LEFT);
        assertThat(judge(
                        half,
                        List.of(detection(0.9, QUARTER), detection(0.8, QUARTER)),
                        List.of(crowd, object(QUARTER))))
                .isEqualTo(judged(1, right(0.9)));
    }

    /** Half of the box lies in the crowd, which is enough at 0.5 and not at 0.51. */
    @Test
    void match_boxPartlyInsideACrowd_countsByTheBoxesOwnArea() {
        var crowd = TrueObject.ignored("person", LEFT);
        NormalizedBox across = new NormalizedBox(0.25, 0, 0.5, 1);
        assertThat(judge(half, List.of(detection(0.9, across)), List.of(crowd))).isEqualTo(judged(0));
        assertThat(judge(new BoxMatching(0.51), List.of(detection(0.9, across)), List.of(crowd)))
                .isEqualTo(judged(0, wrong(0.9)));
    }

    @Test
    void match_nothing_isNothing() {
        assertThat(judge(half, List.of(), List.of())).isEqualTo(judged(0));
        assertThat(judge(half, List.of(), List.of(object(LEFT)))).isEqualTo(judged(1));
    }

    @Test
    void match_equallySureBoxes_doNotDependOnTheirOrder() {
        NormalizedBox wide = new NormalizedBox(0, 0, 0.7, 1);
        List<TrueObject> objects = List.of(object(LEFT), object(wide));
        DetectedObject first = detection(0.9, LEFT);
        DetectedObject second = detection(0.9, wide);
        assertThat(judge(half, List.of(first, second), objects))
                .isEqualTo(judge(half, List.of(second, first), objects));
    }

    @Test
    void overlap_ofZero_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BoxMatching(0))
                .withMessage("expected 0 < minOverlap <= 1, got 0.0");
    }

    @Test
    void judgedImage_withMoreRightThanObjects_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> judged(0, right(0.9)))
                .withMessage("expected at most 0 right detections, got 1");
    }

    private static JudgedImage judge(BoxMatching matching, List<DetectedObject> detections, List<TrueObject> objects) {
        return matching.match(detections, objects).judged();
    }

    private static DetectedObject detection(double confidence, NormalizedBox box) {
        return new DetectedObject("person", confidence, box);
    }

    private static TrueObject object(NormalizedBox box) {
        return TrueObject.of("person", box);
    }

    private static JudgedImage judged(int objects, Judgement... judgements) {
        return new JudgedImage(objects, List.of(judgements));
    }

    private static Judgement right(double confidence) {
        return new Judgement(confidence, true);
    }

    private static Judgement wrong(double confidence) {
        return new Judgement(confidence, false);
    }
}
