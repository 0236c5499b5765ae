package dev.sightline.local.operate;

import dev.sightline.index.IndexGeneration;
import dev.sightline.index.IndexProbe;
import dev.sightline.lab.search.CheckedRecall;
import dev.sightline.lab.search.RecallCheck;
import dev.sightline.local.terminal.Decimals;
import dev.sightline.reconcile.IndexReconciler;
import dev.sightline.visual.ImageSignature;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a generation has to pass before it is served: its contents, the recall of a sample, and the same answers as before. */
final class RebuildVerification {

    /** Candidates per result, as the blender is set. */
    private static final int OVERSAMPLE = 10;

    private static final long SEED = 1;

    private final RebuildParts parts;
    private final IndexReconciler reconciler;
    private final RebuildPlan plan;
    private final RebuildWatcher watcher;

    RebuildVerification(RebuildParts parts, IndexReconciler reconciler, RebuildPlan plan, RebuildWatcher watcher) {
        this.parts = parts;
        this.reconciler = reconciler;
        this.plan = plan;
        this.watcher = watcher;
    }

    /** Whether {@code next} may be served in place of {@code before}, if there is one; {@code expected} are its images with the number of their objects. */
    boolean passes(@Nullable IndexGeneration before, IndexGeneration next, Map<ImageSignature, Integer> expected) {
        return contents(next, expected)
                && recall(next)
                && (before == null || before.equals(next) || sameAnswers(before, next));
    }

    private boolean contents(IndexGeneration next, Map<ImageSignature, Integer> expected) {
        watcher.progress("comparing the new generation with the feature records");
        Map<ImageSignature, String> wrong = new ContentsCheck(parts, reconciler).differences(next, expected);
        wrong.forEach((signature, reason) -> watcher.note("%s: %s".formatted(signature, reason)));
        var sizes = parts.searcher().open(next).sizes();
        watcher.note("contents: %d images with %d objects, %d images differ from sources and feature records"
                .formatted(sizes.images(), sizes.objects(), wrong.size()));
        return wrong.isEmpty();
    }

    private boolean recall(IndexGeneration next) {
        if (parts.searcher().open(next).sizes().images() < 2) {
            watcher.note("recall: fewer than two images, nothing to compare");
            return true;
        }
        watcher.progress("comparing answers with an exact scan");
        CheckedRecall checked = new RecallCheck(
                        parts.searcher().open(next), parts.probes().apply(next), OVERSAMPLE)
                .check(plan.sample(), SEED);
        watcher.note("recall@10 of %d images asked for: %s, expected at least %s"
                .formatted(
                        checked.queries(), Decimals.of(checked.recall().value(), 4), Decimals.of(plan.minRecall(), 4)));
        return checked.recall().value() >= plan.minRecall();
    }

    private boolean sameAnswers(IndexGeneration before, IndexGeneration next) {
        watcher.progress("comparing answers with those of generation " + before);
        IndexProbe probe = parts.probes().apply(next);
        List<ImageSignature> queries = probe.sample(plan.sample(), SEED);
        List<ImageSignature> differing = new AnswerComparison(parts, before, next, OVERSAMPLE).differing(queries);
        differing.forEach(query -> watcher.note("other first ten results than before for image " + query));
        watcher.note("same first ten results, in the same order, for %d of %d images asked for"
                .formatted(queries.size() - differing.size(), queries.size()));
        if (!differing.isEmpty()) {
            watcher.note("if generation %s itself is wrong, mend it by reconcile --repair first".formatted(before));
        }
        return differing.isEmpty();
    }
}
