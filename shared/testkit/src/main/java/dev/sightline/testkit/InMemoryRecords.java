package dev.sightline.testkit;

import dev.sightline.events.EventJson;
import dev.sightline.storage.Versioned;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.SightlineException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Records by id, written on conditions; an ETag is a hash of the JSON, as in S3. Safe for all threads. */
final class InMemoryRecords<K, V> {

    private static final int ETAG_DIGITS = 32;

    private final ConcurrentNavigableMap<K, V> records =
            new ConcurrentSkipListMap<>(Comparator.comparing(Object::toString));
    private volatile boolean available = true;

    void available(boolean now) {
        available = now;
    }

    void clear() {
        records.clear();
    }

    boolean create(K id, V value) {
        requireAvailable();
        return records.putIfAbsent(id, value) == null;
    }

    Optional<Versioned<V>> find(K id) {
        requireAvailable();
        return Optional.ofNullable(records.get(id)).map(value -> new Versioned<>(value, etag(value)));
    }

    boolean replace(K id, V value, String expectedEtag) {
        requireAvailable();
        AtomicBoolean replaced = new AtomicBoolean();
        records.computeIfPresent(id, (key, before) -> {
            boolean expected = etag(before).equals(expectedEtag);
            replaced.set(expected);
            return expected ? value : before;
        });
        return replaced.get();
    }

    void delete(K id) {
        requireAvailable();
        records.remove(id);
    }

    /** All records, in the order of their ids. */
    List<V> all() {
        requireAvailable();
        return List.copyOf(records.values());
    }

    private static String etag(Object value) {
        byte[] json = EventJson.write(value).getBytes(StandardCharsets.UTF_8);
        return ImageSignature.of(json).hex().substring(0, ETAG_DIGITS);
    }

    private void requireAvailable() {
        if (!available) {
            throw new SightlineException(ErrorCode.STORAGE_UNAVAILABLE, "catalogue: told to be unavailable");
        }
    }
}
