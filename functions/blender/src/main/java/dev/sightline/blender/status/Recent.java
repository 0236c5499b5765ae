package dev.sightline.blender.status;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The last count of something, made again when it has become too old. What fails is asked again. Safe for all threads. */
public final class Recent<T> {

    private final Supplier<T> count;
    private final Duration keep;
    private final Clock clock;
    private final AtomicReference<@Nullable Counted<T>> last = new AtomicReference<>();

    /**
     * Nothing is counted yet.
     *
     * @param keep how old an answer may be
     */
    public Recent(Supplier<T> count, Duration keep, Clock clock) {
        this.count = count;
        this.keep = keep;
        this.clock = clock;
    }

    private record Counted<T>(T value, Instant at) {}

    /** The count. Two requests at once may count twice: no harm. */
    public T current() {
        Instant now = clock.instant();
        Counted<T> known = last.get();
        if (known != null && now.isBefore(known.at().plus(keep))) {
            return known.value();
        }
        T counted = count.get();
        last.set(new Counted<>(counted, now));
        return counted;
    }
}
