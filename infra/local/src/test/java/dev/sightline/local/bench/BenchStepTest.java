package dev.sightline.local.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.local.terminal.LauncherException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BenchStepTest {

    @Test
    void named_withoutNames_isAllInTheirOrder() {
        assertThat(BenchStep.named(List.of())).containsExactly(BenchStep.values());
    }

    @Test
    void named_withSome_isThoseInTheOrderOfTheRun() {
        assertThat(BenchStep.named(List.of("load", "micro"))).containsExactly(BenchStep.MICRO, BenchStep.LOAD);
    }

    @Test
    void named_withAnUnknownOne_saysWhatThereIs() {
        assertThatThrownBy(() -> BenchStep.named(List.of("speed")))
                .isInstanceOf(LauncherException.class)
                .hasMessage("--only: expected one of [micro, search, pipeline, peers, functions, load], got speed");
    }
}
