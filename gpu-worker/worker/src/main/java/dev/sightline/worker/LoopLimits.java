package dev.sightline.worker;

import java.time.Duration;

/**
 * How much the queue loop takes on: {@code handlers} messages are handled at once, {@code prefetch} more wait for a thread. A poll
 * waits {@code receiveWait}; a message that failed comes again after {@code retryDelay}; what runs when the worker stops has {@code
 * stopTimeout} to finish; held messages are hidden again every {@code heartbeat}.
 *
 * @throws IllegalArgumentException if there is no handler, or {@code prefetch} is negative
 */
record LoopLimits(
        int handlers,
        int prefetch,
        Duration receiveWait,
        Duration retryDelay,
        Duration stopTimeout,
        Duration heartbeat) {

    LoopLimits {
        if (handlers < 1 || prefetch < 0) {
            throw new IllegalArgumentException(
                    "expected handlers >= 1 and prefetch >= 0, got %d and %d".formatted(handlers, prefetch));
        }
    }

    /** The number of messages that are held at most. */
    int capacity() {
        return handlers + prefetch;
    }
}
