package dev.sightline.index;

import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How often something is tried and how long the pauses between are: doubled each time, each shortened by chance to between half and
 * all of it, so that clients that were refused together do not come back together.
 *
 * @throws IllegalArgumentException if {@code attempts} is below 1
 */
record RetryDelays(int attempts, Duration first) {

    RetryDelays {
        if (attempts < 1) {
            throw new IllegalArgumentException("expected at least 1 attempt, got " + attempts);
        }
    }

    /** For what OpenSearch refuses for now: about three seconds in all. */
    static RetryDelays ofRefusals() {
        return new RetryDelays(6, Duration.ofMillis(100));
    }

    /** For writers that were overtaken: the next attempt may follow at once. */
    static RetryDelays ofConflicts() {
        return new RetryDelays(12, Duration.ofMillis(2));
    }

    /** Waits before attempt {@code attempt} + 1; attempts count from 1. */
    void pauseAfter(int attempt) {
        long full = first.toMillis() << (attempt - 1);
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(full / 2, full + 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SightlineException(ErrorCode.INDEX_UNAVAILABLE, "interrupted between two attempts", e);
        }
    }
}
