package dev.sightline.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/**
 * What people see: results on standard output, progress on standard error.
 *
 * <p>On a terminal a progress line overwrites itself; elsewhere only finished steps are printed.
 */
final class Console {

    private final PrintStream out;
    private final PrintStream err;
    private final boolean interactive;

    Console(PrintStream out, PrintStream err, boolean interactive) {
        this.out = out;
        this.err = err;
        this.interactive = interactive;
    }

    /** A line of the result. */
    void print(String line) {
        out.println(line);
    }

    /** A line that is not part of the result. */
    void note(String line) {
        clear();
        err.println(line);
    }

    /** What is going on; replaced by the next line. */
    void progress(String line) {
        if (interactive) {
            clear();
            err.print(line);
            err.flush();
        }
    }

    /** A finished step with the time it took. */
    void done(String step, Duration took) {
        note("  ✓ %s (%s)".formatted(step, seconds(took)));
    }

    boolean interactive() {
        return interactive;
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    private void clear() {
        if (interactive) {
            err.print("\r\u001b[2K");
        }
    }
}
