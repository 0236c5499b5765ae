package dev.sightline.lab.command;

import java.io.PrintStream;

/**
 * What people see: results on standard output, progress on standard error.
 *
 * <p>On a terminal a line of progress is overwritten by the next; elsewhere it is not printed. Safe for all threads.
 */
public final class LabConsole {

    private static final String ERASE = "\r\u001b[2K";

    private final PrintStream out;
    private final PrintStream err;
    private final boolean interactive;
    private boolean progressing;

    public LabConsole(PrintStream out, PrintStream err, boolean interactive) {
        this.out = out;
        this.err = err;
        this.interactive = interactive;
    }

    /** A line of the result. */
    public synchronized void print(String line) {
        clear();
        out.println(line);
    }

    /** A line that is not part of the result. */
    public synchronized void note(String line) {
        clear();
        err.println(line);
    }

    /** What is going on; replaced by the next line. */
    public synchronized void progress(String line) {
        if (interactive) {
            clear();
            err.print(line);
            err.flush();
            progressing = true;
        }
    }

    private void clear() {
        if (progressing) {
            err.print(ERASE);
            progressing = false;
        }
    }
}
