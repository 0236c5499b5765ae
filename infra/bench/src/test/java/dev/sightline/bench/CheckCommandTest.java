package dev.sightline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.bench.figures.BenchFolder;
import dev.sightline.bench.figures.Figure;
import dev.sightline.bench.figures.Figure.Better;
import dev.sightline.bench.figures.StepData;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class CheckCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter terminal = new StringWriter();

    private int check() {
        CommandLine line = BenchProgram.commandLine();
        line.setOut(new PrintWriter(terminal, true)).setErr(new PrintWriter(terminal, true));
        return line.execute(
                "check",
                "--stored",
                folder.resolve("stored").toString(),
                "--out",
                folder.resolve("now").toString());
    }

    private void write(String run, double rate) {
        List<Figure> figures = List.of(
                Figure.baseline("limit", "limit", "1/s", Better.HIGHER, List.of(100.0)),
                Figure.baseline("own", "own", "1/s", Better.HIGHER, List.of(rate))
                        .against("limit"));
        new BenchFolder(folder.resolve(run))
                .write(new StepData("micro", "", "", false, "", Map.of(), figures, List.of(), List.of()));
    }

    @Test
    void check_withNothingFallen_succeeds() {
        write("stored", 80);
        write("now", 79);

        assertThat(check()).isZero();
        assertThat(terminal.toString()).contains("1 ratios compared, 0 fell");
    }

    @Test
    void check_withAFall_failsAndNamesIt() {
        write("stored", 80);
        write("now", 40);

        assertThat(check()).isEqualTo(1);
        assertThat(terminal.toString()).contains("fell: micro own: ratio 0.400, stored 0.800");
    }

    @Test
    void check_withNothingToCompare_fails() {
        write("stored", 80);

        assertThat(check()).isEqualTo(1);
        assertThat(terminal.toString()).contains("got none");
    }
}
