package dev.sightline.lab.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TrainHeadCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final CommandLine line = LabProgram.commandLine(new LabConsole(stream(out), stream(err), false))
            .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
            .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));

    @TempDir
    private Path folder;

    @Test
    void execute_withHelp_namesTheOptions() {
        assertThat(line.execute("train-head", "--help")).isZero();
        assertThat(text(out)).contains("--kind", "--embedder", "--layer", "--dims", "--min-images", "--seed", "--out");
    }

    @Test
    void execute_withAnUnknownKind_isWrongUsageAndNamesTheKinds() {
        assertThat(execute("--kind", "colours")).isEqualTo(2);
        assertThat(text(err)).contains("LABELS, PROJECTION", "colours");
    }

    @Test
    void execute_withoutOut_isWrongUsage() {
        assertThat(line.execute("train-head", folder.toString())).isEqualTo(2);
        assertThat(text(err)).contains("--out");
    }

    @Test
    void execute_withAMissingBundle_failsAndNamesIt() {
        assertThat(execute("--embedder", "none")).isEqualTo(1);
        assertThat(text(err))
                .contains("expected a model bundle", folder.resolve("none").toString());
    }

    /** ONNX Runtime loads PyTorch before the training does, and the number of threads is read then. */
    @Test
    void commandLine_beforeAnyModelIsLoaded_setsOneThreadForTraining() {
        System.clearProperty("ai.djl.pytorch.num_threads");
        LabProgram.commandLine(new LabConsole(stream(out), stream(err), false));
        assertThat(System.getProperty("ai.djl.pytorch.num_threads")).isEqualTo("1");
    }

    private int execute(String option, String value) {
        String images = folder.toString();
        return line.execute(
                "train-head", images, "--models", images, "--cache", images, "--out", images, option, value);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
