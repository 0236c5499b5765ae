package dev.sightline.local.operate;

import dev.sightline.index.Source;
import dev.sightline.reconcile.IndexReconciler;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.SightlineException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Mends differences: those of a key by a notice, which goes the way of the bucket's own events; those of documents by reconciling the
 * image with its live sources at once. In batches; {@link #flush} mends the rest. Not thread-safe.
 */
final class DifferenceRepair {

    private static final int IMAGES = 100;

    private final KeyRepair keys;
    private final BucketNotices notices;
    private final IndexReconciler reconciler;
    private final List<BucketNotice> unsent = new ArrayList<>();
    private final Set<ImageSignature> images = new LinkedHashSet<>();
    private final List<String> problems = new ArrayList<>();

    DifferenceRepair(KeyRepair keys, BucketNotices notices, IndexReconciler reconciler) {
        this.keys = keys;
        this.notices = notices;
        this.reconciler = reconciler;
    }

    void mend(Difference difference) {
        switch (difference) {
            case Difference.OfKey(var kind, var key, var source) ->
                notice(kind, key, source).ifPresent(unsent::add);
            case Difference.OfImage(var _, var signature) -> images.add(signature);
        }
        if (unsent.size() >= BucketNotices.BATCH) {
            send();
        }
        if (images.size() >= IMAGES) {
            reconcile();
        }
    }

    private Optional<BucketNotice> notice(
            DifferenceKind kind, String key, @org.jspecify.annotations.Nullable Source source) {
        return kind == DifferenceKind.MISSING_FEATURES && source != null
                ? keys.again(source)
                : keys.notice(key, source);
    }

    void flush() {
        send();
        reconcile();
    }

    /** What could not be mended now, for people. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    private void send() {
        notices.send(List.copyOf(unsent));
        unsent.clear();
    }

    private void reconcile() {
        Map<ImageSignature, SightlineException> failures = reconciler.reconcile(Set.copyOf(images));
        failures.forEach((signature, reason) -> problems.add("%s: %s".formatted(signature, reason.getMessage())));
        images.clear();
    }
}
