package dev.sightline.blender.dots;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.sightline.visual.DotSignals;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the signals of objects for a while. Images that were added to or removed from a generation meanwhile are not seen until then; another
 * generation, or another policy for the search, is another question. Safe for all threads.
 */
public final class DotSignalsCache {

    private final Cache<DotQuestion, DotSignals> signals;

    /** Keeps at most {@code maxObjects} signals, each for {@code keepFor}; one of them zero keeps nothing. */
    public DotSignalsCache(long maxObjects, Duration keepFor) {
        this(maxObjects, keepFor, Ticker.systemTicker());
    }

    DotSignalsCache(long maxObjects, Duration keepFor, Ticker ticker) {
        this.signals = Caffeine.newBuilder()
                .maximumSize(maxObjects)
                .expireAfterWrite(keepFor)
                .ticker(ticker)
                // Upkeep in the caller's thread: a function is frozen between requests, and other threads with it.
                .executor(Runnable::run)
                .build();
    }

    Optional<DotSignals> find(DotQuestion question) {
        @Nullable DotSignals found = signals.getIfPresent(question);
        return Optional.ofNullable(found);
    }

    void keep(DotQuestion question, DotSignals found) {
        signals.put(question, found);
    }

    long size() {
        signals.cleanUp();
        return signals.estimatedSize();
    }
}
