package dev.sightline.blender.understand;

import java.time.Duration;
import java.util.function.LongSupplier;

/** The time that a request may take, from its start. Safe for all threads. */
public final class TimeBudget {

    private final LongSupplier nanoTime;
    private final long end;

    private TimeBudget(LongSupplier nanoTime, Duration total) {
        this.nanoTime = nanoTime;
        this.end = nanoTime.getAsLong() + total.toNanos();
    }

    /** Starts now. */
    public static TimeBudget start(Duration total, LongSupplier nanoTime) {
        return new TimeBudget(nanoTime, total);
    }

    /** What is left; zero once it is used up. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, end - nanoTime.getAsLong()));
    }
}
