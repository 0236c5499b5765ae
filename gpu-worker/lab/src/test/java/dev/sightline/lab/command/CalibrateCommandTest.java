package dev.sightline.lab.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What is said before a model is needed; {@link CalibrateCommandIT} runs one. */
class CalibrateCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final CommandLine line = LabProgram.commandLine(new LabConsole(stream(out), stream(err), false))
            .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
            .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));

    @TempDir
    private Path folder;

    @BeforeEach
    void makeFolders() throws IOException {
        Files.createDirectories(folder.resolve("corpus"));
        Files.createDirectories(folder.resolve("models"));
    }

    @Test
    void calibrate_withHelp_namesItsOptions() {
        assertThat(line.execute("calibrate", "--help")).isZero();

        assertThat(text(out)).contains("--embedder", "--method", "--bits", "--sample", "--out", "--install", "--seed");
    }

    @Test
    void calibrate_withUnknownMethod_isWrongUsageAndNamesAll() {
        assertThat(calibrate("--method", "modal")).isEqualTo(2);

        assertThat(text(err)).contains("--method: expected a method zero, mean, median or rotation, got 'modal'");
    }

    @Test
    void calibrate_withBitsButNoRotation_isWrongUsage() {
        assertThat(calibrate("--bits", "4096")).isEqualTo(2);

        assertThat(text(err)).contains("--bits needs --method rotation");
    }

    @Test
    void calibrate_withoutTheBundle_isOneLine() {
        assertThat(calibrate("--embedder", "resnet152@pool5")).isEqualTo(1);

        assertThat(text(err)).startsWith("sightline: ").contains("resnet152").hasLineCount(1);
    }

    private int calibrate(String... options) {
        List<String> arguments = new ArrayList<>(List.of(
                "calibrate",
                folder.resolve("corpus").toString(),
                "--models",
                folder.resolve("models").toString(),
                "--cache",
                folder.resolve("cache").toString()));
        arguments.addAll(List.of(options));
        return line.execute(arguments.toArray(String[]::new));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
