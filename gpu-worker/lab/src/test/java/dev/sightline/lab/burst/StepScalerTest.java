package dev.sightline.lab.burst;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StepScalerTest {

    /** One more from 200 for each worker on, two from 2,000, ten from 10,000: twice in a row; half go after three looks below 20. */
    private final StepScaler scaler = new StepScaler(
            new Scenario.Scaling.Steps(
                    60,
                    240,
                    List.of(
                            new Scenario.Scaling.Step(200, 1),
                            new Scenario.Scaling.Step(2_000, 2),
                            new Scenario.Scaling.Step(10_000, 10)),
                    2,
                    240,
                    20,
                    3,
                    300),
            0,
            12);

    @Test
    void wanted_atTheSecondLookInARow_takesTheStepOfTheBacklog() {
        assertThat(look(60, 2_500)).isZero();
        assertThat(look(120, 2_500)).isEqualTo(2);
    }

    @Test
    void wanted_afterALookAtLittle_countsAnew() {
        look(60, 500);
        look(120, 199);

        assertThat(look(180, 500)).isZero();
        assertThat(look(240, 500)).isEqualTo(1);
    }

    @Test
    void wanted_withinTheCooldown_staysAndThenGoesToTheMost() {
        look(60, 100_000);
        assertThat(look(120, 100_000)).isEqualTo(10);
        assertThat(look(300, 100_000)).isEqualTo(10);
        assertThat(look(360, 100_000)).isEqualTo(12);
    }

    @Test
    void wanted_looksAtTheBacklogOfEachWantedWorker() {
        look(60, 100_000);
        look(120, 100_000);

        // 1,999 for ten workers are less than 200 each.
        assertThat(look(360, 1_999)).isEqualTo(10);
        assertThat(look(420, 1_999)).isEqualTo(10);
    }

    @Test
    void wanted_withHardlyAnything_halvesUntilNoneIsLeft() {
        look(60, 2_500);
        look(120, 2_500);
        look(180, 0);
        look(240, 0);

        assertThat(look(300, 0)).isEqualTo(1);
        assertThat(look(540, 0)).isEqualTo(1);
        assertThat(look(600, 0)).isZero();
    }

    private int look(long second, long waiting) {
        return scaler.wanted(second, waiting, 0);
    }
}
