package dev.sightline.local.operate;

import dev.sightline.local.terminal.Console;
import dev.sightline.local.terminal.Decimals;
import dev.sightline.reconcile.IndexReconciler;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.SightlineException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Reconciles every live image, so that each generation that exists has it: one pass over the sources, then what failed again. */
final class RebuildFill {

    private static final int TRIES = 3;

    private final RebuildParts parts;
    private final IndexReconciler reconciler;
    private final Clock clock;
    private final RebuildWatcher watcher;

    RebuildFill(RebuildParts parts, IndexReconciler reconciler, Clock clock, RebuildWatcher watcher) {
        this.parts = parts;
        this.reconciler = reconciler;
        this.clock = clock;
        this.watcher = watcher;
    }

    /** Gives the images that could not be written, with the reason. */
    Map<ImageSignature, SightlineException> run() {
        Instant start = clock.instant();
        Set<ImageSignature> live = LiveImages.of(parts.registry());
        Map<ImageSignature, SightlineException> failures = new LinkedHashMap<>();
        int written = 0;
        for (Set<ImageSignature> bulk : ImageBulks.of(live)) {
            failures.putAll(reconciler.reconcile(bulk));
            written += bulk.size();
            watcher.progress(progress(written, live.size(), Duration.between(start, clock.instant())));
        }
        for (int attempt = 1; attempt < TRIES && !failures.isEmpty(); attempt++) {
            Set<ImageSignature> again = Set.copyOf(failures.keySet());
            failures.clear();
            ImageBulks.of(again).forEach(bulk -> failures.putAll(reconciler.reconcile(bulk)));
        }
        Duration took = Duration.between(start, clock.instant());
        watcher.note("%d images from their feature records in %s (%s images/s), %d failed"
                .formatted(live.size(), Console.seconds(took), rate(live.size(), took), failures.size()));
        return failures;
    }

    private static String progress(int written, int all, Duration took) {
        Duration left = took.multipliedBy(all - written).dividedBy(Math.max(1, written));
        return "%d of %d images (%s/s), about %s left"
                .formatted(written, all, rate(written, took), Console.seconds(left));
    }

    private static String rate(int images, Duration took) {
        return Decimals.of(images * 1000.0 / Math.max(1, took.toMillis()), 1);
    }
}
