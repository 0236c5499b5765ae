package dev.sightline.testkit;

import dev.sightline.storage.KeptRequest;
import dev.sightline.storage.RequestStore;
import dev.sightline.storage.Versioned;
import java.util.Optional;

/** Requests in memory. Safe for all threads. */
public final class InMemoryRequestStore implements RequestStore {

    private final InMemoryRecords<String, KeptRequest> records = new InMemoryRecords<>();

    /** From now on every call fails with {@code STORAGE_UNAVAILABLE}. */
    public void becomeUnavailable() {
        records.available(false);
    }

    /** From now on calls succeed again. */
    public void becomeAvailable() {
        records.available(true);
    }

    @Override
    public boolean create(String id, KeptRequest request) {
        return records.create(id, request);
    }

    @Override
    public Optional<Versioned<KeptRequest>> find(String id) {
        return records.find(id);
    }

    @Override
    public boolean replace(String id, KeptRequest request, String expectedEtag) {
        return records.replace(id, request, expectedEtag);
    }
}
