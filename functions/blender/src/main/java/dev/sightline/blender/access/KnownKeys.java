package dev.sightline.blender.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sightline.events.AccessKeyRecord;
import dev.sightline.storage.AccessKeyStore;
import dev.sightline.storage.Versioned;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What is kept of keys, read again after a while: a revocation holds that much later at the latest, in every instance of the function. That a key
 * is unknown is remembered as well, so that guesses do not cost a read each. Safe for all threads.
 */
public final class KnownKeys {

    private static final int MOST = 10_000;

    private final AccessKeyStore store;
    private final Cache<String, Optional<AccessKeyRecord>> known;

    /** @param clock of the wall: other clocks stand still while a function is frozen between requests */
    public KnownKeys(AccessKeyStore store, Duration refresh, Clock clock) {
        this.store = store;
        this.known = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(refresh)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(Runnable::run)
                .build();
    }

    /**
     * What is kept of a key.
     *
     * @throws dev.sightline.visual.SightlineException with {@code STORAGE_UNAVAILABLE} if it has to be read and cannot be
     */
    Optional<AccessKeyRecord> find(String id) {
        return known.get(id, missing -> store.find(missing).map(Versioned::value));
    }
}
