package dev.sightline.testkit;

import dev.sightline.storage.PolicyStore;
import dev.sightline.storage.StoredPolicy;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.SightlineException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A policy in memory; the ETag is a hash of the text, as in S3. Safe for all threads. */
public final class InMemoryPolicyStore implements PolicyStore {

    private static final int ETAG_DIGITS = 32;

    private final Map<String, String> kept = new ConcurrentHashMap<>();
    private final AtomicInteger reads = new AtomicInteger();
    private volatile boolean available = true;
    private volatile @Nullable StoredPolicy current;

    /** From now on every call fails with {@code STORAGE_UNAVAILABLE}. */
    public void becomeUnavailable() {
        available = false;
    }

    /** From now on calls succeed again. */
    public void becomeAvailable() {
        available = true;
    }

    /** Puts a document in force without any condition, as someone with a tool of S3 can. */
    public void put(String document) {
        current = stored(document);
    }

    /** Takes the document in force away. */
    public void remove() {
        current = null;
    }

    /** How often the document in force was read. */
    public int reads() {
        return reads.get();
    }

    @Override
    public Optional<String> etag() {
        requireAvailable();
        return Optional.ofNullable(current).map(StoredPolicy::etag);
    }

    @Override
    public Optional<StoredPolicy> current() {
        requireAvailable();
        reads.incrementAndGet();
        return Optional.ofNullable(current);
    }

    @Override
    public synchronized boolean replace(String document, @Nullable String expectedEtag) {
        requireAvailable();
        StoredPolicy before = current;
        if (!Objects.equals(before == null ? null : before.etag(), expectedEtag)) {
            return false;
        }
        current = stored(document);
        return true;
    }

    @Override
    public boolean keep(String version, String document) {
        requireAvailable();
        return kept.putIfAbsent(version, document) == null;
    }

    @Override
    public Optional<String> kept(String version) {
        requireAvailable();
        return Optional.ofNullable(kept.get(version));
    }

    private static StoredPolicy stored(String document) {
        String hash =
                ImageSignature.of(document.getBytes(StandardCharsets.UTF_8)).hex();
        return new StoredPolicy(document, hash.substring(0, ETAG_DIGITS));
    }

    private void requireAvailable() {
        if (!available) {
            throw new SightlineException(ErrorCode.STORAGE_UNAVAILABLE, "policy: told to be unavailable");
        }
    }
}
