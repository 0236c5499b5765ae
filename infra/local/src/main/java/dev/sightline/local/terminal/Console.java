package dev.sightline.local.terminal;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What people see: results on standard output, progress on standard error.
 *
 * <p>On a terminal progress lines overwrite themselves; elsewhere only finished steps are printed. Not thread-safe: it knows how many
 * lines to overwrite.
 */
public final class Console {

    private final PrintStream out;
    private final PrintStream err;
    private final boolean interactive;
    private int progressLines;

    public Console(PrintStream out, PrintStream err, boolean interactive) {
        this.out = out;
        this.err = err;
        this.interactive = interactive;
    }

    /** A line of the result. */
    public void print(String line) {
        out.println(line);
    }

    /** A line that is not part of the result. */
    public void note(String line) {
        clear();
        err.println(line);
    }

    /** What is going on; replaced by the next line. */
    public void progress(String line) {
        progress(List.of(line));
    }

    /** What is going on, in several lines; replaced by the next. */
    public void progress(List<String> lines) {
        if (interactive) {
            clear();
            err.print(String.join("\n", lines));
            err.flush();
            progressLines = lines.size();
        }
    }

    /** A finished step with the time it took. */
    public void done(String step, Duration took) {
        note("  ✓ %s (%s)".formatted(step, seconds(took)));
    }

    public boolean interactive() {
        return interactive;
    }

    public static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    /** Takes the progress lines away, for results to come. */
    public void clear() {
        for (; progressLines > 0; progressLines--) {
            err.print(progressLines > 1 ? "\r\u001b[2K\u001b[1A" : "\r\u001b[2K");
        }
    }
}
