package dev.sightline.storage;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Reads many small objects at once: one round trip's wait is shared by {@value #AT_ONCE}. */
final class SideBySide {

    private static final int AT_ONCE = 16;

    private SideBySide() {}

    /**
     * What is there of each key, in the order of the keys.
     *
     * @throws RuntimeException the first failure of a read, as it was thrown
     */
    static <K, V> List<V> read(Collection<K> keys, Function<K, Optional<V>> read) {
        if (keys.size() <= 1) {
            return keys.stream().map(read).flatMap(Optional::stream).toList();
        }
        try (ExecutorService threads =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            List<CompletableFuture<Optional<V>>> reads = keys.stream()
                    .map(key -> CompletableFuture.supplyAsync(() -> read.apply(key), threads))
                    .toList();
            return reads.stream()
                    .map(CompletableFuture::join)
                    .flatMap(Optional::stream)
                    .toList();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }
}
