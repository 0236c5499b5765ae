package dev.sightline.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.local.terminal.Console;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class SightlineCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    private final CommandLine line = SightlineCommand.commandLine(new Console(stream, stream, false))
            .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));

    @Test
    void execute_withVersion_saysVersionAndCommitOfTheBuild() {
        assertThat(line.execute("--version")).isZero();

        assertThat(out.toString(StandardCharsets.UTF_8))
                .matches("Sightline \\d+\\.\\d+\\.\\d+(-SNAPSHOT)? \\(([0-9a-f]{12}\\+?|unknown)\\)\n");
    }

    @Test
    void execute_withHelp_namesTheLabsCommandsToo() {
        assertThat(line.execute("--help")).isZero();

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("evaluate", "size", "simulate");
    }
}
