package dev.sightline.blender.dots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.visual.DotGate;
import dev.sightline.visual.DotSignal;
import dev.sightline.visual.DotSignals;
import org.junit.jupiter.api.Test;

class DotRefusalTest {

    private static final DotGate GATE = new DotGate(0.3, 0.2, 0.5);

    @Test
    void of_everySignalFailing_namesBothNumbersOfEach() {
        assertThat(DotRefusal.of(new DotSignals(0.41, 0.1, 0.25), GATE))
                .containsExactly(
                        new DotRefusal(
                                DotSignal.TOP_DISTANCE,
                                "expected a nearest result with a Hamming fraction of at most 0.300, got 0.410"),
                        new DotRefusal(
                                DotSignal.TOP_ANNOTATION,
                                "expected an annotation with a weight of at least 0.200, got 0.100"),
                        new DotRefusal(
                                DotSignal.CONFORMITY,
                                "expected results of one category with a share of at least 0.500, got 0.250"));
    }

    @Test
    void of_numbersThatRoundAlike_areShownInFull() {
        assertThat(DotRefusal.of(new DotSignals(0.30001, 1, 1.0), GATE))
                .extracting(DotRefusal::reason)
                .containsExactly("expected a nearest result with a Hamming fraction of at most 0.3, got 0.30001");
    }

    @Test
    void of_limitsThemselvesAndUnknownConformity_pass() {
        assertThat(DotRefusal.of(new DotSignals(0.3, 0.2, 0.5), GATE)).isEmpty();
        assertThat(DotRefusal.of(new DotSignals(0, 1, null), GATE)).isEmpty();
    }
}
