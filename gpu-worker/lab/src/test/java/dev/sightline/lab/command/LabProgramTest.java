package dev.sightline.lab.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.lab.corpus.CorpusFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class LabProgramTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final CommandLine line = LabProgram.commandLine(new LabConsole(stream(out), stream(err), false))
            .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
            .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));

    @TempDir
    private Path folder;

    @Test
    void execute_withHelp_namesTheCommandsOptions() {
        assertThat(line.execute("evaluate", "--help")).isZero();

        assertThat(text(out)).startsWith("Usage: sightline evaluate").contains("DIR", "--models", "--seed");
    }

    @Test
    void execute_withVersion_saysVersionAndCommitOfTheBuild() {
        assertThat(line.execute("--version")).isZero();

        assertThat(text(out)).matches("Sightline \\d+\\.\\d+\\.\\d+(-SNAPSHOT)? \\(([0-9a-f]{12}\\+?|unknown)\\)\n");
    }

    @Test
    void execute_withoutCommand_isWrongUsage() {
        assertThat(line.execute()).isEqualTo(2);

        assertThat(text(err)).startsWith("Say what to do.");
    }

    @Test
    void execute_withAFileForAFolder_isWrongUsageAndNamesIt() throws IOException {
        Path file = new CorpusFolder(folder).addCutOut("fish/a.png", 0x336699);

        assertThat(evaluate(file)).isEqualTo(2);

        assertThat(text(err)).contains("DIR: expected a folder, got " + file);
    }

    @Test
    void execute_ofAProtocolWithoutWhatItNeeds_saysWhatThatIs() {
        assertThat(evaluate(folder, "--protocol", "p1,p7")).isEqualTo(2);

        assertThat(text(err)).startsWith("p7: expected --boxes");
    }

    @Test
    void execute_ofAnUnknownProtocol_namesThoseThatAreThere() {
        assertThat(evaluate(folder, "--protocol", "p0")).isEqualTo(2);

        assertThat(text(err))
                .startsWith(
                        "--protocol: expected some of [p1, p2, p3, p4, p5, p6, p7, p8, labels, projection], got [p0]");
    }

    @Test
    void execute_withAKnownFailure_isOneLine() {
        line.addSubcommand(new Broken(new UncheckedIOException("cannot read it", new IOException())));

        assertThat(line.execute("break")).isEqualTo(1);

        assertThat(text(err)).isEqualTo("sightline: cannot read it\n");
    }

    private int evaluate(Path corpus, String... more) {
        Stream<String> folders =
                Stream.of("evaluate", corpus.toString(), "--models", folder.toString(), "--cache", folder.toString());
        return line.execute(Stream.concat(folders, Stream.of(more)).toArray(String[]::new));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Command(name = "break")
    private record Broken(RuntimeException failure) implements Runnable {

        @Override
        public void run() {
            throw failure;
        }
    }
}
