package dev.sightline.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessTableTest {

    @TempDir
    private Path folder;

    private ProcessTable table;

    @BeforeEach
    void makeTable() {
        table = new ProcessTable(folder.resolve("run"));
    }

    @AfterEach
    void stopAll() {
        table.names().forEach(table::stop);
    }

    @Test
    void start_thenFindByAnotherTable_findsTheProcess() {
        ProcessHandle started = table.start(sleep("part"));

        assertThat(new ProcessTable(folder.resolve("run")).find("part")).contains(started);
        assertThat(table.names()).containsExactly("part");
    }

    @Test
    void stop_runningPart_endsAndForgetsIt() {
        ProcessHandle started = table.start(sleep("part"));

        assertThat(table.stop("part")).isTrue();

        assertThat(started.isAlive()).isFalse();
        assertThat(table.find("part")).isEmpty();
        assertThat(table.names()).isEmpty();
    }

    @Test
    void stop_partThatCrashed_forgetsIt() {
        ProcessHandle started = table.start(sleep("part"));
        started.destroyForcibly();
        started.onExit().join();

        assertThat(table.stop("part")).isFalse();
        assertThat(table.names()).isEmpty();
    }

    @Test
    void stop_idThatBelongsToAnotherProcessNow_leavesThatAlone() throws IOException {
        ProcessHandle stranger = table.start(sleep("stranger"));
        Files.writeString(folder.resolve("run/part.pid"), stranger.pid() + " 2001-01-01T00:00:00Z\n");

        assertThat(table.stop("part")).isFalse();

        assertThat(stranger.isAlive()).isTrue();
    }

    @Test
    void start_always_hidesTheUsersEnvironmentAndKeepsTheOutput() throws IOException {
        Path log = folder.resolve("env.log");
        ProcessHandle process = table.start(new ProcessSpec("env", List.of("/usr/bin/env"), Map.of("GIVEN", "1"), log));
        process.onExit().join();

        List<String> names = Files.readAllLines(log).stream()
                .map(line -> line.replaceAll("=.*", ""))
                .toList();
        assertThat(names).contains("GIVEN").isSubsetOf(allowed());
    }

    private static List<String> allowed() {
        List<String> allowed = new java.util.ArrayList<>(ProcessTable.INHERITED);
        allowed.add("GIVEN");
        return allowed;
    }

    private ProcessSpec sleep(String name) {
        return new ProcessSpec(name, List.of("/bin/sleep", "60"), Map.of(), folder.resolve(name + ".log"));
    }
}
