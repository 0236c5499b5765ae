package dev.sightline.local.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.events.OutputNames;
import dev.sightline.local.terminal.Console;
import dev.sightline.local.terminal.LauncherException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parts of a system are sleeping processes here; dead is what was never started, or was killed. */
class HealingTest {

    private static final Map<String, String> OUTPUTS = Map.of(OutputNames.IMAGES_BUCKET, "images");
    private static final RunningSystem SYSTEM =
            new RunningSystem(Ports.DEFAULT, ModelChoice.DEFAULT, OUTPUTS, Map.of());

    @TempDir
    private Path folder;

    private final List<String> started = new ArrayList<>();
    private ProcessTable processes;
    private LocalSystem local;

    @BeforeEach
    void makeSystem() {
        Path state = folder.resolve("state");
        processes = new ProcessTable(state.resolve("run"));
        Places places = new Places(folder, state, folder.resolve("cache"), Path.of("/jdk/bin/java"), Path.of("/py"));
        local = new LocalSystem(places, new Console(nowhere(), nowhere(), false));
    }

    @AfterEach
    void stopAll() {
        processes.names().forEach(processes::stop);
    }

    @Test
    void heal_everythingRuns_startsNothing() {
        run(LocalStack.NAME, SearchNode.NAME, WorkerProcess.NAME, WebProcess.NAME);

        assertThat(heal()).isEmpty();
        assertThat(started).isEmpty();
    }

    @Test
    void heal_deadWorker_startsItWithTheOutputsThatItHad() {
        run(LocalStack.NAME, SearchNode.NAME, WebProcess.NAME);

        assertThat(heal()).containsExactly(WorkerProcess.NAME);
        assertThat(started).containsExactly("worker with " + OUTPUTS);
    }

    @Test
    void heal_killedNode_startsItAlone() {
        run(LocalStack.NAME, SearchNode.NAME, WorkerProcess.NAME, WebProcess.NAME);
        processes.find(SearchNode.NAME).ifPresent(HealingTest::kill);

        assertThat(heal()).containsExactly(SearchNode.NAME);
        assertThat(started).containsExactly("search");
    }

    @Test
    void heal_deadPage_startsItAlone() {
        run(LocalStack.NAME, SearchNode.NAME, WorkerProcess.NAME);

        assertThat(heal()).containsExactly(WebProcess.NAME);
        assertThat(started).containsExactly("web with " + OUTPUTS);
    }

    @Test
    void heal_allDead_startsTheNodeFirst() {
        run(LocalStack.NAME);

        assertThat(heal()).containsExactly(SearchNode.NAME, WorkerProcess.NAME, WebProcess.NAME);
    }

    @Test
    void deadParts_killedWorker_areNamedAlsoToWhoNeedsTheSystem() {
        run(LocalStack.NAME, SearchNode.NAME, WorkerProcess.NAME, WebProcess.NAME);
        SYSTEM.write(folder.resolve("state"));
        processes.find(WorkerProcess.NAME).ifPresent(HealingTest::kill);

        assertThat(local.running()).isEmpty();
        assertThat(local.alive()).contains(SYSTEM);
        assertThat(local.deadParts()).containsExactly(WorkerProcess.NAME);
        assertThatThrownBy(local::requireRunning)
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("worker died");
    }

    @Test
    void alive_deadLocalStack_isEmptyBecauseTheBucketIsGone() {
        run(SearchNode.NAME, WorkerProcess.NAME);
        SYSTEM.write(folder.resolve("state"));

        assertThat(local.alive()).isEmpty();
        assertThat(local.deadParts()).isEmpty();
        assertThatThrownBy(local::heal).hasMessageContaining("LocalStack is dead");
    }

    @Test
    void alive_localStackOfAnUnfinishedStart_isEmptyBecauseNothingIsKnownOfIt() {
        run(LocalStack.NAME, SearchNode.NAME);

        assertThat(local.alive()).isEmpty();
    }

    private List<String> heal() {
        return new Healing(processes, new RecordingStarter()).heal(SYSTEM);
    }

    private void run(String... parts) {
        for (String part : parts) {
            processes.start(
                    new ProcessSpec(part, List.of("/bin/sleep", "60"), Map.of(), folder.resolve(part + ".log")));
        }
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit().join();
    }

    private static PrintStream nowhere() {
        return new PrintStream(new ByteArrayOutputStream());
    }

    private final class RecordingStarter implements PartStarter {

        @Override
        public void startSearch() {
            started.add("search");
        }

        @Override
        public void startWorker(Map<String, String> outputs) {
            started.add("worker with " + outputs);
        }

        @Override
        public void startWeb(Map<String, String> outputs) {
            started.add("web with " + outputs);
        }
    }
}
