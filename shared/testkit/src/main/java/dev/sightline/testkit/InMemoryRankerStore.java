package dev.sightline.testkit;

import dev.sightline.storage.RankerStore;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Rankers in memory. Safe for all threads. */
public final class InMemoryRankerStore implements RankerStore {

    private final SortedMap<String, String> documents = new ConcurrentSkipListMap<>();
    private final AtomicInteger reads = new AtomicInteger();
    private volatile boolean available = true;

    /** From now on every call fails with {@code STORAGE_UNAVAILABLE}. */
    public void becomeUnavailable() {
        available = false;
    }

    /** From now on calls succeed again. */
    public void becomeAvailable() {
        available = true;
    }

    /** How often a document was asked for. */
    public int reads() {
        return reads.get();
    }

    @Override
    public boolean keep(String version, String document) {
        requireAvailable();
        return documents.putIfAbsent(version, document) == null;
    }

    @Override
    public Optional<String> kept(String version) {
        reads.incrementAndGet();
        requireAvailable();
        return Optional.ofNullable(documents.get(version));
    }

    @Override
    public List<String> versions() {
        requireAvailable();
        return List.copyOf(documents.keySet());
    }

    private void requireAvailable() {
        if (!available) {
            throw new SightlineException(ErrorCode.STORAGE_UNAVAILABLE, "rankers: told to be unavailable");
        }
    }
}
