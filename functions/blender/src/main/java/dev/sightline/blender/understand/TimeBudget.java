package dev.sightline.blender.understand;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The time that a request may take, from its start. What the worker takes to look at pixels does not count: a query with pixels has that time
 * on top. Safe for all threads.
 */
public final class TimeBudget {

    private static final ScopedValue<TimeBudget> CURRENT = ScopedValue.newInstance();

    private final LongSupplier nanoTime;
    private long end;
    private long stoppedAt;
    private int stops;

    private TimeBudget(LongSupplier nanoTime, Duration total) {
        this.nanoTime = nanoTime;
        this.end = nanoTime.getAsLong() + total.toNanos();
    }

    /** Starts now. */
    public static TimeBudget start(Duration total, LongSupplier nanoTime) {
        return new TimeBudget(nanoTime, total);
    }

    /** A budget that starts now, with an equal share of what is left for each of some parts. */
    TimeBudget part(int parts) {
        return new TimeBudget(nanoTime, left().dividedBy(parts));
    }

    /** What is left; zero once it is used up. */
    public synchronized Duration left() {
        return Duration.ofNanos(Math.max(0, end - (stops > 0 ? stoppedAt : nanoTime.getAsLong())));
    }

    /** Does work for this request, on this thread. */
    <T> T during(Supplier<T> work) {
        return ScopedValue.where(CURRENT, this).call(work::get);
    }

    /** Does work whose time does not count for the request that it is done for, if there is one. */
    static <T> T uncounted(Supplier<T> work) {
        return CURRENT.isBound() ? CURRENT.get().stoppedDuring(work) : work.get();
    }

    private <T> T stoppedDuring(Supplier<T> work) {
        stop();
        try {
            return work.get();
        } finally {
            goOn();
        }
    }

    private synchronized void stop() {
        if (stops++ == 0) {
            stoppedAt = nanoTime.getAsLong();
        }
    }

    private synchronized void goOn() {
        if (--stops == 0) {
            end += nanoTime.getAsLong() - stoppedAt;
        }
    }
}
