package dev.sightline.indexer;

import dev.sightline.index.SourceRegistry;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Forgets the records of keys that were removed so long ago that no message can still speak of an earlier version of them.
 *
 * <p>A tombstone is what a late result is compared with: without it, the result would bring back an image that is gone. A queue keeps a
 * message, dead letters included, for at most 14 days from its first sending, and 14 more if it is redriven.
 *
 * @throws IllegalArgumentException if the age is below 14 days
 */
final class TombstonePurge {

    /** The longest that SQS keeps a message. */
    private static final Duration LONGEST_RETENTION = Duration.ofDays(14);

    private static final Logger LOG = System.getLogger(TombstonePurge.class.getName());
    private static final int BATCH = 1000;

    /** Keeps a purge well within the time that the function has; what is left goes the next day. */
    private static final int MAX_BATCHES = 20;

    private final SourceRegistry registry;
    private final Clock clock;
    private final Duration age;

    TombstonePurge(SourceRegistry registry, Clock clock, Duration age) {
        if (age.compareTo(LONGEST_RETENTION) < 0) {
            throw new IllegalArgumentException(
                    "expected tombstone-age of at least %s, as long as a queue keeps a message, got %s"
                            .formatted(LONGEST_RETENTION, age));
        }
        this.registry = registry;
        this.clock = clock;
        this.age = age;
    }

    /** Forgets up to {@value #MAX_BATCHES} times {@value #BATCH} tombstones; safe to repeat. */
    void purge() {
        Instant removedBefore = clock.instant().minus(age);
        int purged = 0;
        int last = BATCH;
        for (int batch = 0; batch < MAX_BATCHES && last == BATCH; batch++) {
            last = registry.purge(removedBefore, BATCH);
            purged += last;
        }
        LOG.log(Level.INFO, "outcome=purged tombstones={0} removedBefore={1}", purged, removedBefore);
    }
}
