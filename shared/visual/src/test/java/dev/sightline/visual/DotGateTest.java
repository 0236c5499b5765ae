package dev.sightline.visual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class DotGateTest {

    private final DotGate gate = new DotGate(0.3, 0.5, 0.6);

    @Test
    void shows_signalsAtTheLimits() {
        assertThat(gate.shows(new DotSignals(0.3, 0.5, 0.6))).isTrue();
    }

    @Test
    void failures_nameEachSignalThatIsUnsure() {
        assertThat(gate.failures(new DotSignals(0.31, 0.5, 0.6))).containsExactly(DotSignal.TOP_DISTANCE);
        assertThat(gate.failures(new DotSignals(0.3, 0.49, 0.6))).containsExactly(DotSignal.TOP_ANNOTATION);
        assertThat(gate.failures(new DotSignals(0.3, 0.5, 0.59))).containsExactly(DotSignal.CONFORMITY);
        assertThat(gate.failures(new DotSignals(1, 0, 0.0))).containsExactly(DotSignal.values());
    }

    @Test
    void shows_unknownConformity_isLeftToTheOthers() {
        assertThat(gate.shows(new DotSignals(0.3, 0.5, null))).isTrue();
        assertThat(gate.failures(new DotSignals(0.31, 0.5, null))).containsExactly(DotSignal.TOP_DISTANCE);
    }

    @Test
    void open_showsEverything() {
        assertThat(DotGate.OPEN.shows(new DotSignals(1, 0, 0.0))).isTrue();
    }

    @Test
    void thresholds_outsideTheirRange_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DotGate(0, 1.1, 0))
                .withMessage("expected minTopAnnotation in 0..1, got 1.1");
    }
}
