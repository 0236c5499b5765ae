package dev.sightline.visual;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which images somebody may see: those of one collection, or all. Ours. */
public record AccessScope(@Nullable ImageCollection collection) {

    /** Everything. */
    public static final AccessScope ALL = new AccessScope(null);

    /** One collection. */
    public static AccessScope of(ImageCollection collection) {
        return new AccessScope(collection);
    }

    /** The only collection that is seen; empty: all are. */
    public Optional<ImageCollection> only() {
        return Optional.ofNullable(collection);
    }

    /** Whether what lies under an S3 key may be seen. */
    public boolean sees(String key) {
        return collection == null || collection.equals(ImageCollection.ofKey(key));
    }

    /** Those of the keys that may be seen, in their order. */
    public List<String> visible(List<String> keys) {
        return keys.stream().filter(this::sees).toList();
    }
}
