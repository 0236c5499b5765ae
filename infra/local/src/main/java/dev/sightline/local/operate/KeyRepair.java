package dev.sightline.local.operate;

import dev.sightline.events.Sequencer;
import dev.sightline.index.Source;
import dev.sightline.local.upload.Pacer;
import dev.sightline.storage.BucketListing;
import dev.sightline.storage.BucketObject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the notice that mends a difference between bucket and registry.
 *
 * <p>The object is read again, after the source: of a change between the two the bucket sends an event with a sequencer behind the
 * notice's, so the notice can only be overtaken, never overtake. The other order would let a notice speak of what was there before.
 * Of two notices that follow the same event the later one wins: they may speak of different content.
 */
final class KeyRepair {

    private final BucketListing bucket;
    private final Pacer pacer;

    KeyRepair(BucketListing bucket, Pacer pacer) {
        this.bucket = bucket;
        this.pacer = pacer;
    }

    /** The notice for a key as it is now, or empty if the difference is gone. */
    Optional<BucketNotice> notice(String key, @Nullable Source source) {
        KnownKey now = new KnownKey(key, object(key).orElse(null), source);
        return KeyJudge.judge(now).map(kind -> notice(kind, now));
    }

    /** A notice that asks for the content of a key again, or empty if there is none any more. */
    Optional<BucketNotice> again(Source source) {
        return object(source.version().key())
                .map(object -> new BucketNotice.Created(
                        object, source.version().sequencer().successor(pacer.now())));
    }

    private BucketNotice notice(DifferenceKind kind, KnownKey known) {
        return switch (kind) {
            case UNKNOWN_OBJECT ->
                new BucketNotice.Created(present(known.object()), Sequencer.ZERO.successor(pacer.now()));
            // Ingest asks again for what is pending already, as long as it hears of the same version.
            case STUCK_PENDING -> new BucketNotice.Created(present(known.object()), recorded(known));
            case OTHER_CONTENT, REMOVED_SOURCE, FAILED_SOURCE ->
                new BucketNotice.Created(
                        present(known.object()), recorded(known).successor(pacer.now()));
            case LOST_OBJECT ->
                new BucketNotice.Deleted(known.key(), recorded(known).successor(pacer.now()));
            case MISSING_FEATURES, MISSING_DOCUMENT, ORPHAN_DOCUMENT, OTHER_KEYS, OTHER_PINS, ORPHAN_OBJECTS ->
                throw new IllegalArgumentException("expected a difference of a key, got " + kind);
        };
    }

    private Optional<BucketObject> object(String key) {
        // The first key from this one on: a listing tells size and ETag together.
        List<BucketObject> page = bucket.page(key, "", 1);
        return page.stream().filter(object -> object.key().equals(key)).findFirst();
    }

    private static Sequencer recorded(KnownKey known) {
        return present(known.source()).version().sequencer();
    }

    private static <T> T present(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
