package dev.sightline.local.upload;

import dev.sightline.local.terminal.Console;
import dev.sightline.local.terminal.LauncherException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Shows an upload's progress until each of its files is indexed or refused. Gives up when nothing moves for a minute. */
public final class IndexingProgress {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration LINE_EVERY = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int NAMED_KEYS = 5;

    private final Pipeline pipeline;
    private final Console console;
    private final Pacer pacer;

    public IndexingProgress(Pipeline pipeline, Console console, Pacer pacer) {
        this.pipeline = pipeline;
        this.console = console;
        this.pacer = pacer;
    }

    /** Waits for the end. Throws {@link LauncherException} saying what is stuck if nothing moves for a minute. */
    public Settlement await(RunningUpload upload) {
        Instant start = pacer.now();
        Instant moved = start;
        Instant nextLine = start.plus(LINE_EVERY);
        UploadWatch watch = new UploadWatch(upload, pipeline);
        StageCounts counts = watch.look();
        while (!counts.complete()) {
            pacer.pause(POLL);
            StageCounts before = counts;
            counts = watch.look();
            Instant now = pacer.now();
            moved = counts.equals(before) ? moved : now;
            requireMovement(Duration.between(moved, now), watch, counts);
            nextLine = show(counts, start, nextLine);
        }
        Duration took = Duration.between(start, pacer.now());
        ProgressBoard.bars(counts, took).forEach(console::note);
        return watch.settlement(took);
    }

    /** Returns when the next line is due. */
    private Instant show(StageCounts counts, Instant start, Instant nextLine) {
        Instant now = pacer.now();
        Duration elapsed = Duration.between(start, now);
        if (console.interactive()) {
            console.progress(ProgressBoard.bars(counts, elapsed));
            return nextLine;
        }
        if (now.isBefore(nextLine)) {
            return nextLine;
        }
        console.note("  " + ProgressBoard.line(counts, elapsed));
        return now.plus(LINE_EVERY);
    }

    private void requireMovement(Duration still, UploadWatch watch, StageCounts counts) {
        if (still.compareTo(PATIENCE) < 0) {
            return;
        }
        List<String> waiting = watch.waitingKeys();
        throw new LauncherException("nothing moved for %s: %s%nWaiting for %d files, such as %s%n%s"
                .formatted(
                        Console.seconds(still),
                        ProgressBoard.line(counts, still),
                        waiting.size(),
                        String.join(", ", waiting.subList(0, Math.min(NAMED_KEYS, waiting.size()))),
                        pipeline.diagnosis()));
    }
}
