package dev.sightline.worker;

import dev.sightline.visual.SightlineException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Knows whether an operator has paused the queue, at most ten seconds late. Asked by one thread. */
final class PauseWatch {

    private static final Logger LOG = System.getLogger(PauseWatch.class.getName());
    private static final Duration PERIOD = Duration.ofSeconds(10);

    private final WorkQueue queue;
    private final Clock clock;
    private Instant nextLook = Instant.MIN;
    private boolean paused;

    PauseWatch(WorkQueue queue, Clock clock) {
        this.queue = queue;
        this.clock = clock;
    }

    /** Whether it is paused; as long as the queue does not say, it stays as it was. */
    boolean isPaused() {
        Instant now = clock.instant();
        if (!now.isBefore(nextLook)) {
            nextLook = now.plus(PERIOD);
            look();
        }
        return paused;
    }

    private void look() {
        try {
            boolean now = queue.paused();
            if (now != paused) {
                LOG.log(
                        Level.INFO,
                        now ? "paused: receives nothing, finishes what it holds" : "resumed: receives again");
            }
            paused = now;
        } catch (SightlineException e) {
            LOG.log(Level.WARNING, "cannot tell whether the queue is paused: " + e.getMessage());
        }
    }
}
