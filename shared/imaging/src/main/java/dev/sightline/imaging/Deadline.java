package dev.sightline.imaging;

import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The end of the time that one image may take. Whatever works on the image asks for it from time to time: no other thread watches,
 * so none is left behind. Not thread-safe: one for each decode.
 */
final class Deadline {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Steps of some nanoseconds each, for one look at the clock. */
    private static final int STEPS = 1024;

    private final Duration limit;
    private final LongSupplier nanos;
    private final long start;
    private int steps;

    Deadline(Duration limit, LongSupplier nanos) {
        this.limit = limit;
        this.nanos = nanos;
        start = nanos.getAsLong();
    }

    /** Processor time of this thread in nanoseconds; a virtual thread has no such clock, and gets the wall's. */
    static long threadNanos() {
        return Thread.currentThread().isVirtual() ? System.nanoTime() : THREADS.getCurrentThreadCpuTime();
    }

    /** Says that a short step was done. */
    void step() {
        if (++steps == STEPS) {
            steps = 0;
            check();
        }
    }

    /**
     * Ends the decode if its time is over.
     *
     * @throws SightlineException with {@link ErrorCode#TOO_SLOW}
     */
    void check() {
        long spent = nanos.getAsLong() - start;
        if (spent > limit.toNanos()) {
            throw new SightlineException(
                    ErrorCode.TOO_SLOW,
                    "expected an image that is decoded in at most %d ms of processor time, got one that was not after %d ms"
                            .formatted(limit.toMillis(), Duration.ofNanos(spent).toMillis()));
        }
    }
}
