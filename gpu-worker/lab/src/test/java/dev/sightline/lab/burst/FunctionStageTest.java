package dev.sightline.lab.burst;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FunctionStageTest {

    @Test
    void handle_whileMessagesWait_addsFiveBatchesASecondUpToTheMost() {
        // Batches of 10 in a second each.
        var stage = new FunctionStage(new Scenario.Function(10, 1, 12, 1e9));

        assertThat(stage.handle(1000)).isEqualTo(50);
        assertThat(stage.handle(1000)).isEqualTo(100);
        assertThat(stage.handle(1000)).isEqualTo(120);
        assertThat(stage.handle(1000)).isEqualTo(120);
    }

    @Test
    void handle_afterTheQueueWasEmpty_beginsAnew() {
        var stage = new FunctionStage(new Scenario.Function(10, 1, 12, 1e9));
        stage.handle(1000);
        stage.handle(7);

        assertThat(stage.handle(1000)).isEqualTo(50);
    }

    @Test
    void handle_isLimitedByWhatTheFunctionStandsOn() {
        assertThat(new FunctionStage(new Scenario.Function(10, 1, 12, 30)).handle(1000))
                .isEqualTo(30);
    }
}
