package dev.sightline.local.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleTest {

    private static final String CLEAR = "\r\u001b[2K";
    private static final String UP = "\u001b[1A";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void progress_onATerminal_replacesAllLinesOfTheLast() {
        Console console = console(true);

        console.progress(List.of("a", "b"));
        console.progress("c");
        console.note("d");

        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("a\nb" + CLEAR + UP + CLEAR + "c" + CLEAR + "d\n");
    }

    @Test
    void progress_elsewhere_isNotShown() {
        Console console = console(false);

        console.progress(List.of("a", "b"));
        console.print("result");

        assertThat(err.size()).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("result\n");
    }

    private Console console(boolean interactive) {
        return new Console(stream(out), stream(err), interactive);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
