package dev.sightline.testkit;

import dev.sightline.events.AccessKeyRecord;
import dev.sightline.storage.AccessKeyStore;
import dev.sightline.storage.Versioned;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Records of API keys in memory. Safe for all threads. */
public final class InMemoryAccessKeyStore implements AccessKeyStore {

    private final InMemoryRecords<String, AccessKeyRecord> records = new InMemoryRecords<>();
    private final AtomicInteger reads = new AtomicInteger();

    /** From now on every call fails with {@code STORAGE_UNAVAILABLE}. */
    public void becomeUnavailable() {
        records.available(false);
    }

    /** From now on calls succeed again. */
    public void becomeAvailable() {
        records.available(true);
    }

    /** How often a record was looked for. */
    public int reads() {
        return reads.get();
    }

    @Override
    public boolean create(AccessKeyRecord key) {
        return records.create(key.id(), key);
    }

    @Override
    public Optional<Versioned<AccessKeyRecord>> find(String id) {
        reads.incrementAndGet();
        return records.find(id);
    }

    @Override
    public boolean replace(AccessKeyRecord key, String expectedEtag) {
        return records.replace(key.id(), key, expectedEtag);
    }

    @Override
    public List<AccessKeyRecord> list() {
        return records.all();
    }
}
