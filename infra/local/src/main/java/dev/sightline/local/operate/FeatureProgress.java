package dev.sightline.local.operate;

import dev.sightline.local.operate.FeatureCoverage.Coverage;
import dev.sightline.local.terminal.Console;
import dev.sightline.local.terminal.Decimals;
import dev.sightline.local.upload.Pacer;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** Shows how far a back-fill is, with its rate since the start and the time left at that rate. */
final class FeatureProgress implements Consumer<Coverage> {

    private final Console console;
    private final Pacer pacer;
    private final Instant start;
    private int before = -1;

    FeatureProgress(Console console, Pacer pacer) {
        this.console = console;
        this.pacer = pacer;
        this.start = pacer.now();
    }

    @Override
    public void accept(Coverage coverage) {
        int covered = coverage.covered().size();
        if (before < 0) {
            before = covered;
        }
        console.progress("  … features of %d of %d images%s"
                .formatted(
                        covered,
                        coverage.live(),
                        pace(covered - before, coverage.missing().size())));
    }

    private String pace(int done, int left) {
        double seconds = Duration.between(start, pacer.now()).toMillis() / 1000.0;
        if (done == 0 || seconds == 0) {
            return "";
        }
        double rate = done / seconds;
        return ", %s/s, about %d s left".formatted(Decimals.of(rate, 1), Math.round(left / rate));
    }
}
