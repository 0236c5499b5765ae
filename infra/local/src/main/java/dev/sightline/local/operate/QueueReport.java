package dev.sightline.local.operate;

import java.util.Map;

/**
 * One queue and its dead letters.
 *
 * @param deadLetterReasons dead letters by reason, of the first 1,000; empty if they were not looked at
 * @param paused whether its stage takes no messages
 */
public record QueueReport(
        QueuedStage stage,
        QueueDepth depth,
        QueueDepth deadLetters,
        Map<String, Long> deadLetterReasons,
        boolean paused) {

    public QueueReport {
        deadLetterReasons = Map.copyOf(deadLetterReasons);
    }
}
