package dev.sightline.local.operate;

import dev.sightline.events.FeatureRecord;
import dev.sightline.index.IndexGeneration;
import dev.sightline.index.IndexLayout;
import dev.sightline.index.Source;
import dev.sightline.local.terminal.LauncherException;
import dev.sightline.local.upload.Pacer;
import dev.sightline.reconcile.FeatureLoader;
import dev.sightline.reconcile.IndexReconciler;
import dev.sightline.storage.FeatureStore;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelSet;
import dev.sightline.visual.ModelSetId;
import dev.sightline.visual.SightlineException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * Builds the index anew from the feature records, beside the one that is served, and serves the new one once it is verified. No model
 * and no worker takes part. Queries, uploads and deletions go on meanwhile: every generation that exists is written to, and a query
 * sees one generation only.
 *
 * <p>A run that ends early, however it ends, leaves what is served as it was, and a generation that is not served; the next run drops
 * it and begins anew.
 */
public final class RebuildIndex {

    /** No query looks at a generation for longer than this after another one was served: the API's limit of time, and a little. */
    private static final Duration LONGEST_QUERY = Duration.ofSeconds(31);

    private static final int PAGE = 1000;
    private static final int PARALLEL_LOADS = 16;

    private final RebuildParts parts;
    private final Clock clock;
    private final Pacer pacer;
    private final RebuildWatcher watcher;

    public RebuildIndex(RebuildParts parts, Clock clock, Pacer pacer, RebuildWatcher watcher) {
        this.parts = parts;
        this.clock = clock;
        this.pacer = pacer;
        this.watcher = watcher;
    }

    /**
     * Rebuilds the served model set's index, or that of most live sources while none is served.
     *
     * @return whether the new generation is served now; the reason was told to the watcher otherwise
     * @throws LauncherException if there is nothing to rebuild from
     */
    public boolean rebuild(RebuildPlan plan) {
        IndexLayout layout = parts.generations().layout();
        Optional<IndexGeneration> before = layout.answering();
        ModelSet modelSet = modelSet(before);
        dropUnserved(layout.of(modelSet.id()), before);
        IndexGeneration next = parts.generations().open(modelSet);
        watcher.note("opened generation %s beside %s"
                .formatted(next, before.map(IndexGeneration::toString).orElse("none")));
        var noted = new NotedFeatures(parts.features(), modelSet.id());
        IndexReconciler reconciler = reconciler(noted);
        Map<ImageSignature, SightlineException> failures = new RebuildFill(parts, reconciler, clock, watcher).run();
        boolean good = reportFailures(failures, noted.missing())
                && new RebuildVerification(parts, reconciler, plan, watcher)
                        .passes(before.orElse(null), next, noted.objects());
        if (!good) {
            parts.generations().drop(next);
            watcher.note("queries are answered as before; generation %s was dropped again".formatted(next));
            return false;
        }
        parts.generations().serve(next);
        watcher.note("queries are answered from generation %s now".formatted(next));
        dropOlder(next, before, plan.keep());
        return true;
    }

    /**
     * Serves the generation before the served one again, after a check of its contents.
     *
     * @return whether it is served now
     * @throws LauncherException if there is none
     */
    public boolean rollback() {
        IndexLayout layout = parts.generations().layout();
        IndexGeneration now = layout.answering()
                .orElseThrow(() -> new LauncherException("no generation is served: nothing to leave"));
        SortedSet<IndexGeneration> older = layout.of(now.modelSet()).headSet(now);
        if (older.isEmpty()) {
            throw new LauncherException("expected a generation of %s before %s to go back to, there is none"
                    .formatted(now.modelSet(), now));
        }
        IndexGeneration previous = older.last();
        var check = new ContentsCheck(parts, reconciler(parts.features()));
        Map<ImageSignature, String> wrong = check.differences(previous, now);
        wrong.forEach((signature, reason) -> watcher.note("%s: %s".formatted(signature, reason)));
        if (!wrong.isEmpty()) {
            watcher.note("generation %s lacks or adds %d images: queries are answered from %s as before"
                    .formatted(previous, wrong.size(), now));
            return false;
        }
        parts.generations().serve(previous);
        watcher.note("queries are answered from generation %s again; %s is kept until the next rebuild"
                .formatted(previous, now));
        return true;
    }

    private IndexReconciler reconciler(FeatureStore features) {
        return new IndexReconciler(
                parts.registry(), new FeatureLoader(features, PARALLEL_LOADS), parts.index(), parts.catalogue(), clock);
    }

    /** Whatever is newer than the served one was not finished, or was rolled back from. */
    private void dropUnserved(SortedSet<IndexGeneration> there, Optional<IndexGeneration> served) {
        there.stream()
                .filter(generation -> served.map(one ->
                                generation.compareTo(one) > 0 || !one.modelSet().equals(generation.modelSet()))
                        .orElse(true))
                .forEach(generation -> {
                    parts.generations().drop(generation);
                    watcher.note("dropped generation %s, which an earlier run left unserved".formatted(generation));
                });
    }

    private boolean reportFailures(Map<ImageSignature, SightlineException> failures, Set<ImageSignature> missing) {
        failures.forEach((signature, reason) -> watcher.note("%s: %s".formatted(signature, reason.getMessage())));
        Set<ImageSignature> withoutRecord =
                missing.stream().filter(failures::containsKey).collect(Collectors.toSet());
        if (!withoutRecord.isEmpty()) {
            watcher.note("%d live images have no feature record: have them analyzed again by reconcile --repair"
                    .formatted(withoutRecord.size()));
        }
        return failures.isEmpty();
    }

    private void dropOlder(IndexGeneration served, Optional<IndexGeneration> before, int keep) {
        List<IndexGeneration> older =
                List.copyOf(parts.generations().layout().of(served.modelSet()).headSet(served));
        List<IndexGeneration> dropped = older.subList(0, Math.max(0, older.size() - keep));
        if (before.filter(dropped::contains).isPresent()) {
            watcher.progress("waiting until no query looks at the generation before");
            pacer.pause(LONGEST_QUERY);
        }
        for (IndexGeneration generation : dropped) {
            parts.generations().drop(generation);
            watcher.note("dropped generation " + generation);
        }
        older.subList(dropped.size(), older.size())
                .forEach(kept -> watcher.note("kept generation %s for --rollback".formatted(kept)));
    }

    private ModelSet modelSet(Optional<IndexGeneration> served) {
        List<Source> page = parts.registry().page("", PAGE);
        while (!page.isEmpty()) {
            for (Source source : page) {
                Optional<ModelSet> found = recorded(source, served.map(IndexGeneration::modelSet));
                if (found.isPresent()) {
                    return found.get();
                }
            }
            page = parts.registry().page(page.getLast().version().key(), PAGE);
        }
        throw new LauncherException("expected a live image with a feature record%s, found none"
                .formatted(served.map(one -> " of " + one.modelSet()).orElse("")));
    }

    private Optional<ModelSet> recorded(Source source, Optional<ModelSetId> served) {
        if (source.liveSignature().isEmpty()) {
            return Optional.empty();
        }
        ModelSetId modelSet = served.orElseGet(() -> Objects.requireNonNull(source.modelSet()));
        return parts.features()
                .find(modelSet, source.liveSignature().get())
                .map(FeatureRecord::analysis)
                .map(analysis -> analysis.modelSet());
    }
}
