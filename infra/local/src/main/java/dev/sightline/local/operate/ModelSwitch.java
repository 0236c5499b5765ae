package dev.sightline.local.operate;

import dev.sightline.events.OutputNames;
import dev.sightline.index.IndexGeneration;
import dev.sightline.index.IndexGenerations;
import dev.sightline.index.IndexLayout;
import dev.sightline.index.IndexProbe;
import dev.sightline.index.OpenSearchImageIndex;
import dev.sightline.index.OpenSearchIndexGenerations;
import dev.sightline.index.OpenSearchIndexProbe;
import dev.sightline.index.OpenSearchVisualSearcher;
import dev.sightline.index.Source;
import dev.sightline.index.VisualSearcher;
import dev.sightline.lab.search.CheckedRecall;
import dev.sightline.lab.search.RecallCheck;
import dev.sightline.local.operate.FeatureCoverage.Coverage;
import dev.sightline.local.site.Site;
import dev.sightline.local.system.ModelChoice;
import dev.sightline.local.terminal.Console;
import dev.sightline.local.terminal.LauncherException;
import dev.sightline.local.upload.Pacer;
import dev.sightline.queue.SqsEventQueue;
import dev.sightline.reconcile.FeatureLoader;
import dev.sightline.reconcile.IndexReconciler;
import dev.sightline.visual.ModelSet;
import dev.sightline.visual.ModelSetId;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Moves search from one model set to another while it answers: workers run both, the bucket is analyzed again under the next set, its
 * generation of the index is filled and verified, and then served in one step. No answer mixes the two.
 *
 * <p>Each step looks at what is there and does what is missing, so an interrupted switch is run again with the same command. Until
 * {@link #finish} both sets are kept up to date, so that {@link #rollBack} is one step too.
 */
public final class ModelSwitch {

    private static final int NAMED = 10;
    private static final int PARALLEL_LOADS = 8;

    /** As the blender is set. */
    private static final int OVERSAMPLE = 10;

    private static final long SEED = 1;

    /**
     * What a switch works on.
     *
     * @param recall compares a sample of a generation's answers with an exact scan
     */
    public record Parts(
            Workers workers,
            IndexGenerations generations,
            FeatureBackfill backfill,
            GenerationFill fill,
            BiFunction<IndexGeneration, Integer, CheckedRecall> recall) {

        /** Those of a deployment, as long as it is open. */
        public static Parts of(Site site, Workers workers, Console console) {
            Pacer pacer = Pacer.system(Clock.systemUTC());
            FeatureCoverage coverage = new FeatureCoverage(site.registry(), site.features());
            Function<IndexGeneration, IndexProbe> probes =
                    generation -> new OpenSearchIndexProbe(site.search(), site.indexNames(), generation);
            IndexReconciler reconciler = new IndexReconciler(
                    site.registry(),
                    new FeatureLoader(site.features(), PARALLEL_LOADS),
                    new OpenSearchImageIndex(site.search(), site.indexNames(), site.indexShape()),
                    site.catalogue(PARALLEL_LOADS),
                    Clock.systemUTC());
            VisualSearcher searcher = new OpenSearchVisualSearcher(site.search(), site.indexNames());
            OperatedQueue queue = QueuedStage.ANALYSIS.queueOf(site);
            return new Parts(
                    workers,
                    new OpenSearchIndexGenerations(site.search(), site.indexNames(), site.indexShape()),
                    new FeatureBackfill(
                            new FeatureBackfill.Parts(
                                    coverage,
                                    ObjectHead.in(site.s3(), site.imagesBucket()),
                                    new SqsEventQueue<>(site.sqs(), site.output(OutputNames.ANALYSIS_QUEUE_URL)),
                                    () -> Math.toIntExact(queue.depth().total())),
                            pacer,
                            new FeatureProgress(console, pacer)),
                    new GenerationFill(coverage, probes, reconciler, pacer),
                    (generation, sample) -> new RecallCheck(
                                    searcher.open(generation), probes.apply(generation), OVERSAMPLE)
                            .check(sample, SEED));
        }
    }

    private final Parts parts;
    private final Console console;

    public ModelSwitch(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    /** Answers queries from the model set of these models, as soon as it is complete and good enough. */
    public void switchTo(ModelChoice models, SwitchLimits limits) {
        IndexGeneration served = requireServed();
        ModelSet next = parts.workers().runBeside(models);
        if (served.modelSet().equals(next.id())) {
            console.note("Queries are answered from %s already".formatted(served));
        } else {
            IndexGeneration generation = openOnce(next);
            int images = complete(generation, limits);
            verify(generation, images, limits);
            serve(generation, served);
            // An image that a worker of before analyzed in the last moments has no record of the next set yet.
            complete(generation, limits);
        }
        parts.workers().lead(next.id());
    }

    /** Answers queries from the other model set again, which is checked as on the way there. */
    public void rollBack(SwitchLimits limits) {
        IndexGeneration served = requireServed();
        IndexLayout layout = parts.generations().layout();
        List<ModelSetId> others = others(layout, served);
        if (others.size() != 1) {
            throw new LauncherException("expected one other model set than %s to go back to, got %s"
                    .formatted(served.modelSet(), others.isEmpty() ? "none" : others));
        }
        ModelSetId other = others.getFirst();
        IndexGeneration generation = servedOf(layout, other);
        verify(generation, parts.fill().fill(generation), limits);
        serve(generation, served);
        parts.workers().lead(other);
    }

    /** Keeps the model set that queries are answered from, and drops the indexes of others; their feature records stay. */
    public void finish() {
        IndexGeneration served = requireServed();
        parts.workers().runOnly(served.modelSet());
        parts.generations().layout().generations().stream()
                .filter(generation -> !generation.modelSet().equals(served.modelSet()))
                .forEach(generation -> {
                    parts.generations().drop(generation);
                    console.note("Dropped the index of " + generation);
                });
        console.print("Queries are answered from %s, the only model set now".formatted(served));
    }

    /** Each generation, and which of them answers. */
    public List<String> status() {
        IndexLayout layout = parts.generations().layout();
        return layout.generations().stream()
                .map(generation -> "%s%s"
                        .formatted(
                                generation,
                                layout.answering().filter(generation::equals).isPresent() ? "   answers queries" : ""))
                .toList();
    }

    private IndexGeneration requireServed() {
        return parts.generations()
                .layout()
                .answering()
                .orElseThrow(() -> new LauncherException(
                        "nothing is indexed yet, so there is nothing to switch: start with the models that you want"));
    }

    private static List<ModelSetId> others(IndexLayout layout, IndexGeneration served) {
        return layout.generations().stream()
                .map(IndexGeneration::modelSet)
                .filter(modelSet -> !modelSet.equals(served.modelSet()))
                .distinct()
                .toList();
    }

    /** From the moment it is there, what is indexed is written to it too. */
    private IndexGeneration openOnce(ModelSet next) {
        IndexLayout layout = parts.generations().layout();
        return layout.of(next.id()).isEmpty() ? parts.generations().open(next) : servedOf(layout, next.id());
    }

    private static IndexGeneration servedOf(IndexLayout layout, ModelSetId modelSet) {
        return layout.servedOf(modelSet).orElseGet(() -> layout.of(modelSet).last());
    }

    private int complete(IndexGeneration generation, SwitchLimits limits) {
        Coverage coverage = parts.backfill().run(generation.modelSet(), limits.perSecond());
        if (coverage.missing().size() > limits.allowMissing()) {
            throw new LauncherException(
                    "%d of %d images have no features under %s; search stays as it is. The workers' log and the analysis queue's dead letters say why; --allow-missing %d goes on without them: %s"
                            .formatted(
                                    coverage.missing().size(),
                                    coverage.live(),
                                    generation.modelSet(),
                                    coverage.missing().size(),
                                    keys(coverage)));
        }
        int images = parts.fill().fill(generation);
        console.note("  ✓ %s holds %d images".formatted(generation, images));
        return images;
    }

    private static String keys(Coverage coverage) {
        List<String> keys = coverage.missing().values().stream()
                .map(Source::version)
                .map(version -> version.key())
                .limit(NAMED)
                .toList();
        return String.join(", ", keys) + (coverage.missing().size() > NAMED ? ", ..." : "");
    }

    private void verify(IndexGeneration generation, int images, SwitchLimits limits) {
        if (images < 2) {
            return;
        }
        CheckedRecall recall = parts.recall().apply(generation, limits.sample());
        double value = recall.recall().value();
        String found = String.format(
                Locale.ROOT, "recall@10 of %s is %.4f over %d queries", generation, value, recall.queries());
        if (value < limits.minRecall()) {
            throw new LauncherException(
                    "%s, expected at least %s; search stays as it is".formatted(found, limits.minRecall()));
        }
        console.note("  ✓ " + found);
    }

    private void serve(IndexGeneration generation, IndexGeneration former) {
        parts.generations().serve(generation);
        console.print(
                "Queries are answered from %s; %s is kept up to date until --finish".formatted(generation, former));
    }
}
