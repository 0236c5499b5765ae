package dev.sightline.lab.objects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.lab.objects.DotGateSweep.Signals;
import dev.sightline.lab.objects.JudgedDots.Outcome;
import dev.sightline.visual.DotGate;
import dev.sightline.visual.DotSignals;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Four pictures; near boxes of one category are right, and one far one too. */
class JudgedDotsTest {

    private static final JudgedDot NEAR = new JudgedDot(0, 0.9, new DotSignals(0.1, 0.5, 0.9), true);
    private static final JudgedDot ALSO_NEAR = new JudgedDot(0, 0.9, new DotSignals(0.2, 0.4, 0.8), true);
    private static final JudgedDot FAR = new JudgedDot(1, 0.6, new DotSignals(0.4, 0.3, 0.2), true);
    private static final JudgedDot MIXED = new JudgedDot(1, 0.6, new DotSignals(0.15, 0.6, 0.3), false);
    private static final JudgedDot UNKNOWN = new JudgedDot(2, 0.4, new DotSignals(0.45, 0.1, null), false);

    private final JudgedDots dots = new JudgedDots(4, List.of(NEAR, ALSO_NEAR, FAR, MIXED, UNKNOWN));

    @Test
    void outcome_ofOpenGate_isThatOfTheDetector() {
        Outcome outcome = dots.shown(DotGate.OPEN).outcome();
        assertThat(outcome).isEqualTo(new Outcome(5, 3, 3));
        assertThat(outcome.precision()).hasValue(0.6);
        assertThat(outcome.recall()).hasValue(1);
        assertThat(dots.shown(DotGate.OPEN).picturesWithout()).isEqualTo(1);
    }

    @Test
    void outcome_ofGate_isCountedByHand() {
        var near = new DotGate(0.2, 0, 0);
        assertThat(dots.shown(near).outcome()).isEqualTo(new Outcome(3, 2, 3));
        assertThat(dots.shown(near).picturesWithout()).isEqualTo(3 - 1);
    }

    @Test
    void outcome_ofDrawnPictures_countsEachAsOften() {
        assertThat(dots.shown(DotGate.OPEN).outcome(new int[] {2, 0, 1, 1})).isEqualTo(new Outcome(5, 4, 4));
    }

    @Test
    void outcome_withoutDotsOrRightBoxes_hasNoShares() {
        Outcome outcome = new JudgedDots(1, List.of()).shown(DotGate.OPEN).outcome();
        assertThat(outcome.precision()).isEmpty();
        assertThat(outcome.recall()).isEmpty();
    }

    /** Two thirds of the right boxes are near and of one category: distance at most 0.2 and conformity at least 0.8. */
    @Test
    void best_forTwoThirds_hasNoMistake() {
        DotGate gate = DotGateSweep.of(dots, Signals.ALL).best(0.6);
        assertThat(dots.shown(gate).outcome()).isEqualTo(new Outcome(2, 2, 3));
    }

    /** All right boxes have distances up to 0.4, annotations from 0.3 and conformity from 0.2: so has the mixed one. */
    @Test
    void best_forAllRightBoxes_keepsThem() {
        DotGate gate = DotGateSweep.of(dots, Signals.ALL).best(1);
        assertThat(dots.shown(gate).outcome()).isEqualTo(new Outcome(4, 3, 3));
    }

    @Test
    void best_ofOneSignal_leavesTheOthersOpen() {
        DotGate distance = DotGateSweep.of(dots, Signals.DISTANCE).best(1);
        assertThat(distance).isEqualTo(new DotGate(0.4, 0, 0));
        DotGate conformity = DotGateSweep.of(dots, Signals.CONFORMITY).best(0.6);
        assertThat(conformity).isEqualTo(new DotGate(1, 0, 0.8));
        assertThat(dots.shown(conformity).outcome()).isEqualTo(new Outcome(3, 2, 3));
    }

    /** All right boxes are found with 0.6 or more, two thirds with 0.9 alone. */
    @Test
    void best_ofConfidence_isTheMostPreciseFloorThatKeepsEnough() {
        assertThat(ConfidenceFloor.best(dots, 1)).isEqualTo(0.6);
        assertThat(ConfidenceFloor.best(dots, 0.6)).isEqualTo(0.9);
        assertThat(ConfidenceFloor.best(new JudgedDots(1, List.of()), 0.8)).isZero();
    }

    @Test
    void precisionGain_isThatOfTheSamePictures() {
        Shown near = dots.shown(new DotGate(0.2, 0, 0.8));
        Shown all = dots.shown(DotGate.OPEN);
        assertThat(near.precisionGain(all, new int[] {1, 1, 1, 1})).hasValue(1 - 0.6);
        assertThat(near.precisionGain(all, new int[] {0, 1, 1, 1})).isEmpty();
    }

    @Test
    void best_withoutBoxes_isOpen() {
        assertThat(DotGateSweep.of(new JudgedDots(1, List.of()), Signals.ALL).best(0.8))
                .isEqualTo(DotGate.OPEN);
    }
}
