package dev.sightline.local.operate;

import dev.sightline.events.SourceId;
import dev.sightline.index.Source;
import dev.sightline.index.SourceRegistry;
import dev.sightline.storage.BucketListing;
import dev.sightline.storage.BucketObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One walk over all keys of a prefix that the bucket or the registry knows, in their order: both are read in pages and merged.
 *
 * <p>What changes during the walk may be seen on one side only. Not thread-safe.
 */
final class KeyWalk {

    private static final int PAGE = 1000;

    private final Paged<BucketObject> objects;
    private final Paged<Source> sources;

    private KeyWalk(Paged<BucketObject> objects, Paged<Source> sources) {
        this.objects = objects;
        this.sources = sources;
    }

    /** A walk over the keys after {@code afterKey} that begin with {@code prefix}; the empty key comes before all others. */
    static KeyWalk over(BucketListing bucket, SourceRegistry registry, String prefix, String afterKey) {
        // Only a walk from the beginning is promised to see everything that was recorded before.
        registry.page("", 1);
        return new KeyWalk(
                new Paged<>(last -> bucket.page(prefix, last == null ? afterKey : last.key(), PAGE)),
                new Paged<>(last -> last == null
                        ? firstSources(registry, prefix, afterKey)
                        : sources(registry, prefix, last.version().key())));
    }

    private static List<Source> firstSources(SourceRegistry registry, String prefix, String afterKey) {
        boolean resumed = SourceRegistry.KEY_ORDER.compare(afterKey, prefix) >= 0;
        if (resumed || prefix.isEmpty()) {
            return sources(registry, prefix, afterKey);
        }
        // No page begins at a key, only behind one: the key that is the prefix itself is asked for alone.
        Stream<Source> itself = registry.find(SourceId.ofKey(prefix)).stream();
        return Stream.concat(itself, sources(registry, prefix, prefix).stream()).toList();
    }

    /** Keys with a prefix lie side by side. */
    private static List<Source> sources(SourceRegistry registry, String prefix, String afterKey) {
        return registry.page(afterKey, PAGE).stream()
                .takeWhile(source -> source.version().key().startsWith(prefix))
                .toList();
    }

    /** The next key, or empty at the end. */
    Optional<KnownKey> next() {
        BucketObject object = objects.peek();
        Source source = sources.peek();
        if (object == null && source == null) {
            return Optional.empty();
        }
        int order = compare(object, source);
        BucketObject takenObject = order <= 0 ? objects.take() : null;
        Source takenSource = order >= 0 ? sources.take() : null;
        return Optional.of(new KnownKey(keyOf(takenObject, takenSource), takenObject, takenSource));
    }

    private static int compare(@Nullable BucketObject object, @Nullable Source source) {
        if (source == null) {
            return -1;
        }
        return object == null
                ? 1
                : SourceRegistry.KEY_ORDER.compare(
                        object.key(), source.version().key());
    }

    private static String keyOf(@Nullable BucketObject object, @Nullable Source source) {
        if (object != null) {
            return object.key();
        }
        return java.util.Objects.requireNonNull(source, "neither an object nor a source")
                .version()
                .key();
    }
}
