package dev.sightline.histories;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What happened in a run, line by line; nothing is put into words unless somebody wants to read it. */
final class Narration {

    private final boolean wanted;
    private final List<String> lines = new ArrayList<>();
    private int steps;

    private Narration(boolean wanted) {
        this.wanted = wanted;
    }

    static Narration silent() {
        return new Narration(false);
    }

    static Narration told() {
        return new Narration(true);
    }

    /** The next step of the history begins. */
    void step(Object step) {
        steps++;
        if (wanted) {
            lines.add("%2d. %s".formatted(steps, step));
        }
    }

    /** Something happens within the step. */
    synchronized void note(Supplier<String> line) {
        if (wanted) {
            lines.add("      " + line.get());
        }
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
