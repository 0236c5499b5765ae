package dev.sightline.worker;

import dev.sightline.visual.SightlineException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Notices that a bucket or queue does not answer, so that no message is received in vain: each receive brings a message nearer to the
 * dead-letter queue.
 *
 * <p>After some failures in a row the outage is on. Then nothing is received; after a pause, which doubles each time, storage itself is
 * asked, which costs no message anything. When it answers, the outage is over; but until an image succeeds, one more failure is enough
 * to be back in it, with the longer pause. With three failures in a row and five receives, messages that have had at most two receives
 * outlast an outage of any length, and only those that are held when it begins lose a receive. Safe for all threads.
 */
final class Outage {

    private static final Logger LOG = System.getLogger(Outage.class.getName());

    private final OutageLimits limits;
    private final Runnable probe;
    private final Clock clock;
    private int failures;
    private Duration pause;
    private Instant nextProbe = Instant.MAX;
    private boolean on;

    /** {@code probe} throws a {@link SightlineException} as long as storage does not answer. */
    Outage(OutageLimits limits, Runnable probe, Clock clock) {
        this.limits = limits;
        this.probe = probe;
        this.clock = clock;
        pause = limits.firstPause();
    }

    /** Whether messages should be left in the queue. */
    synchronized boolean isOn() {
        return on;
    }

    /** An image was brought to its end. */
    synchronized void succeeded() {
        failures = 0;
        if (!on) {
            pause = limits.firstPause();
        }
    }

    /** An image was not, since a bucket or queue did not answer. */
    synchronized void failed() {
        failures++;
        if (!on && failures >= limits.failures()) {
            on = true;
            waitAgain("%d failures in a row".formatted(failures));
        }
    }

    /** Asks storage if a pause is over; otherwise, or when there is no outage, does nothing. */
    void look() {
        if (isDue()) {
            try {
                probe.run();
                end();
            } catch (SightlineException e) {
                judge(e);
            }
        }
    }

    /** A refusal, for a missing permission perhaps, is an answer too. */
    private void judge(SightlineException failure) {
        if (failure.code().retryable()) {
            waitAgain(String.valueOf(failure.getMessage()));
        } else {
            end();
        }
    }

    private synchronized boolean isDue() {
        return on && !clock.instant().isBefore(nextProbe);
    }

    private synchronized void end() {
        LOG.log(Level.INFO, "storage answers: receives again");
        on = false;
        failures = limits.failures() - 1;
    }

    private synchronized void waitAgain(String reason) {
        LOG.log(Level.WARNING, "storage does not answer, receives nothing for %s: %s".formatted(pause, reason));
        nextProbe = clock.instant().plus(pause);
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(limits.longestPause()) > 0 ? limits.longestPause() : doubled;
    }
}
