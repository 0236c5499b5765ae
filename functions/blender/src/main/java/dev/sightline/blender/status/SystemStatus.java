package dev.sightline.blender.status;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The last counted status, counted again when it has become too old. What fails is asked again. Safe for all threads. */
public final class SystemStatus {

    private final Supplier<StatusAnswer> count;
    private final Duration keep;
    private final Clock clock;
    private final AtomicReference<@Nullable StatusAnswer> last = new AtomicReference<>();

    /**
     * A status that was not counted yet.
     *
     * @param keep how old an answer may be
     */
    public SystemStatus(Supplier<StatusAnswer> count, Duration keep, Clock clock) {
        this.count = count;
        this.keep = keep;
        this.clock = clock;
    }

    /** The status. Two requests at once may count twice: no harm. */
    public StatusAnswer current() {
        StatusAnswer known = last.get();
        if (known != null && clock.instant().isBefore(known.countedAt().plus(keep))) {
            return known;
        }
        StatusAnswer counted = count.get();
        last.set(counted);
        return counted;
    }
}
