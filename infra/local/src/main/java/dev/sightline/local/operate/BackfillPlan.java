package dev.sightline.local.operate;

/**
 * What a back-fill is to do.
 *
 * @param prefix of the keys
 * @param maxPerSecond notices sent a second, at most
 * @param maxBacklog messages in front of the worker at which it holds back
 * @param mode whether to send
 * @throws IllegalArgumentException if a number is below 1
 */
public record BackfillPlan(String prefix, int maxPerSecond, long maxBacklog, Mode mode) {

    /** Whether notices are sent. */
    public enum Mode {
        SEND,
        /** Only counts; begins at the first key and leaves the place of a real run alone. */
        DRY_RUN
    }

    public BackfillPlan {
        if (maxPerSecond < 1 || maxBacklog < 1) {
            throw new IllegalArgumentException(
                    "expected a rate and a backlog of at least 1, got %d and %d".formatted(maxPerSecond, maxBacklog));
        }
    }
}
