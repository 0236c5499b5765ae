package dev.sightline.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The script that keeps the worker running, with commands that count their runs in the file {@code runs}. */
@Timeout(60)
class KeepRunningTest {

    private static final Path SCRIPT = Path.of("keep-running").toAbsolutePath();
    private static final String PART = "part";

    @TempDir
    private Path folder;

    @AfterEach
    void stopAll() {
        table().names().forEach(table()::stop);
    }

    @Test
    void command_thatAsksForANewStart_getsOne() throws Exception {
        assertThat(statusOf("[ $(wc -l < runs) -gt 1 ] || exit 75; exit 0")).isZero();

        assertThat(runs()).hasSize(2);
    }

    @Test
    void command_thatIsKilled_isStartedAgain() throws Exception {
        assertThat(statusOf("[ $(wc -l < runs) -gt 1 ] || kill -9 $$; exit 0")).isZero();

        assertThat(runs()).hasSize(2);
    }

    @Test
    void command_thatFailsAfterAFirstGoodStart_isTriedAgain() throws Exception {
        assertThat(statusOf("case $(wc -l < runs) in *1) exit 75;; *2) exit 1;; *) exit 0;; esac"))
                .isZero();

        assertThat(runs()).hasSize(3);
    }

    @Test
    void command_thatFailsAtItsStart_isNotStartedAgain() throws Exception {
        assertThat(statusOf("exit 1")).isEqualTo(1);

        assertThat(runs()).hasSize(1);
    }

    @Test
    void stop_ofThePart_letsTheCommandEndByItselfAndLeavesNothing() throws IOException {
        ProcessHandle keeper = start("trap 'echo graceful >> end; exit 143' TERM; sleep 60 & wait $!");
        ProcessHandle command = command(keeper);

        table().stop(PART);

        assertThat(Files.readAllLines(folder.resolve("end"))).containsExactly("graceful");
        assertThat(keeper.isAlive()).isFalse();
        assertThat(command.isAlive()).isFalse();
        assertThat(runs()).hasSize(1);
    }

    @Test
    void stop_betweenTwoStarts_startsNothingMore() throws IOException {
        ProcessHandle keeper = start("kill -9 $$");
        await(() -> runs().size() == 2);

        table().stop(PART);

        int runs = runs().size();
        assertThat(keeper.isAlive()).isFalse();
        pause(100);
        assertThat(runs()).hasSize(runs);
    }

    @Test
    void kill_ofTheScriptItself_doesNotLeaveTheCommandAlone() throws IOException {
        ProcessHandle keeper = start("exec sleep 60");
        ProcessHandle command = command(keeper);

        keeper.destroyForcibly();

        await(() -> !command.isAlive());
    }

    private int statusOf(String command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(line(command)).directory(folder.toFile());
        return builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start()
                .waitFor();
    }

    private ProcessHandle start(String command) {
        return table().start(new ProcessSpec(
                PART, line("cd '%s'; %s".formatted(folder, command)), Map.of(), folder.resolve("log")));
    }

    private List<String> line(String command) {
        return List.of(SCRIPT.toString(), "/bin/sh", "-c", "echo $$ >> '%s'; %s".formatted(runsFile(), command));
    }

    /** The process of the command, once it is what it shall be. */
    private ProcessHandle command(ProcessHandle keeper) {
        await(() -> runs().size() == 1);
        long id = Long.parseLong(runs().getFirst());
        assertThat(keeper.descendants().map(ProcessHandle::pid)).contains(id);
        pause(200);
        return ProcessHandle.of(id).orElseThrow();
    }

    private List<String> runs() {
        try {
            return Files.exists(runsFile()) ? Files.readAllLines(runsFile()) : List.of();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path runsFile() {
        return folder.resolve("runs");
    }

    private ProcessTable table() {
        return new ProcessTable(folder.resolve("run"));
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            pause(10);
        }
    }

    private static void pause(int millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException("waited in vain", e);
        }
    }
}
