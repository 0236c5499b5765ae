package dev.sightline.local.operate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.local.terminal.Console;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackfillViewTest {

    private static final BackfillPlan SEND = new BackfillPlan("p/", 50, 1000, BackfillPlan.Mode.SEND);
    private static final BackfillPlan DRY_RUN = new BackfillPlan("p/", 50, 1000, BackfillPlan.Mode.DRY_RUN);
    private static final BackfillProgress HALF_WAY = new BackfillProgress("p/k", 10, 4, 6, 0, false);

    @TempDir
    private Path state;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(output, true, StandardCharsets.UTF_8);

    @Test
    void begin_afterRunThatStopped_goesOnFromThere() {
        view(SEND).reached(HALF_WAY);
        assertThat(view(SEND).begin(false)).isEqualTo(HALF_WAY);
        assertThat(text()).contains("p/k");
    }

    @Test
    void begin_restarted_beginsAtTheFirstKey() {
        view(SEND).reached(HALF_WAY);
        assertThat(view(SEND).begin(true)).isEqualTo(BackfillProgress.NONE);
    }

    @Test
    void begin_afterRunThatFinished_beginsAtTheFirstKeyWithItsTotal() {
        view(SEND).reached(HALF_WAY.end());
        assertThat(view(SEND).begin(false)).isEqualTo(new BackfillProgress("", 0, 0, 0, 10, false));
    }

    @Test
    void begin_ofAnotherPrefixOrBucket_knowsNothingOfThis() {
        view(SEND).reached(HALF_WAY);
        assertThat(new BackfillFile(state, "images", "p").read()).isEmpty();
        assertThat(new BackfillFile(state, "other", "p/").read()).isEmpty();
    }

    @Test
    void reached_inDryRun_keepsThePlaceOfTheRealRunAndRemembersTheTotal() {
        view(SEND).reached(HALF_WAY);
        assertThat(view(DRY_RUN).begin(false).afterKey()).isEmpty();
        view(DRY_RUN).reached(new BackfillProgress("p/z", 99, 4, 95, 0, false).end());

        assertThat(view(SEND).begin(false)).isEqualTo(new BackfillProgress("p/k", 10, 4, 6, 99, false));
    }

    @Test
    void end_saysWhatWasDone() {
        view(SEND).end(new BackfillProgress("p/z", 10, 4, 6, 10, true));
        assertThat(text()).contains("Reached the last key: 10 listed, 4 already known, 6 sent");
    }

    private BackfillView view(BackfillPlan plan) {
        return new BackfillView(
                new Console(stream, stream, false), new SteppingPacer(), plan, new BackfillFile(state, "images", "p/"));
    }

    private String text() {
        return output.toString(StandardCharsets.UTF_8);
    }
}
