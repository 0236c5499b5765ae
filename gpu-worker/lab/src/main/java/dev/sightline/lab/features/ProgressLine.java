package dev.sightline.lab.features;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;

/** How far a long piece of work has come, as one line: count, rate and time left. */
final class ProgressLine {

    private final String what;
    private final int total;
    private final Clock clock;
    private final Consumer<String> shown;
    private final Instant start;

    ProgressLine(String what, int total, Clock clock, Consumer<String> shown) {
        this.what = what;
        this.total = total;
        this.clock = clock;
        this.shown = shown;
        start = clock.instant();
    }

    /** So many are done. */
    void at(int done) {
        double seconds = Duration.between(start, clock.instant()).toMillis() / 1000.0;
        double rate = seconds > 0 ? done / seconds : 0;
        String left = rate > 0 ? ", %.0f/s, %.0f s left".formatted(rate, (total - done) / rate) : "";
        shown.accept(String.format(Locale.ROOT, "  … %s: %d of %d%s", what, done, total, left));
    }
}
