package dev.sightline.worker;

/**
 * How many messages are held, and how many of them handled at once.
 *
 * <p>{@code handlers} are handled at once, of which {@code largeHandlers} may be large: files of {@code largeFrom} bytes or more. {@code
 * prefetch} more wait for a thread; large ones take none of these places but have {@code largeHeld} of their own, those in hand included.
 *
 * @throws IllegalArgumentException if there is no handler, {@code prefetch} is negative, or large ones have no handler, no place, or more
 *     handlers than there are
 */
record HandlerLimits(int handlers, int prefetch, long largeFrom, int largeHandlers, int largeHeld) {

    HandlerLimits {
        if (handlers < 1 || prefetch < 0) {
            throw new IllegalArgumentException(
                    "expected handlers >= 1 and prefetch >= 0, got %d and %d".formatted(handlers, prefetch));
        }
        if (largeHandlers < 1 || largeHandlers > handlers || largeHeld < 1) {
            throw new IllegalArgumentException(
                    "expected handlers of large images in 1..%d and at least one place for them, got %d and %d"
                            .formatted(handlers, largeHandlers, largeHeld));
        }
    }

    /** The number of messages of small files that are held at most. */
    int capacity() {
        return handlers + prefetch;
    }
}
