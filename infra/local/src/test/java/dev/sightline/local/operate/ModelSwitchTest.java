package dev.sightline.local.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.events.AnalysisRequested;
import dev.sightline.index.IndexGeneration;
import dev.sightline.index.Source;
import dev.sightline.lab.search.CheckedRecall;
import dev.sightline.lab.search.RecallCheck;
import dev.sightline.local.system.ModelChoice;
import dev.sightline.local.terminal.Console;
import dev.sightline.local.terminal.LauncherException;
import dev.sightline.local.upload.Pacer;
import dev.sightline.reconcile.Catalogue;
import dev.sightline.reconcile.FeatureLoader;
import dev.sightline.reconcile.IndexReconciler;
import dev.sightline.testkit.Fixtures;
import dev.sightline.testkit.InMemoryBoardStore;
import dev.sightline.testkit.InMemoryEngagementIndex;
import dev.sightline.testkit.InMemoryFeatureStore;
import dev.sightline.testkit.InMemoryPinIndex;
import dev.sightline.testkit.InMemoryPinStore;
import dev.sightline.testkit.InMemorySourceRegistry;
import dev.sightline.testkit.InMemoryVisualIndex;
import dev.sightline.testkit.RecordingEventQueue;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelSet;
import dev.sightline.visual.ModelSetId;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A switch on fakes: three images under the current model set, a worker that analyzes what it is asked for. */
class ModelSwitchTest {

    private static final ModelSet CURRENT = Fixtures.aModelSet();
    private static final ModelSet NEXT = Fixtures.aModelSet("2");
    private static final ModelChoice CHOICE = new ModelChoice("other", "nanodet", "nanodet");
    private static final IndexGeneration OLD = new IndexGeneration(CURRENT.id(), 1);
    private static final IndexGeneration NEW = new IndexGeneration(NEXT.id(), 1);
    private static final SwitchLimits LIMITS = new SwitchLimits(100, 10, 0.97, 0);

    private final InMemorySourceRegistry registry = new InMemorySourceRegistry();
    private final InMemoryFeatureStore features = new InMemoryFeatureStore();
    private final InMemoryVisualIndex index = new InMemoryVisualIndex();
    private final RecordingEventQueue<AnalysisRequested> queue = new RecordingEventQueue<>();
    private final FakeWorkers workers = new FakeWorkers();
    private final StillPacer pacer = new StillPacer();
    private final IndexReconciler reconciler = new IndexReconciler(
            registry,
            new FeatureLoader(features, 2),
            index,
            new Catalogue(
                    new InMemoryPinStore(),
                    new InMemoryBoardStore(),
                    new InMemoryPinIndex(),
                    new InMemoryEngagementIndex(),
                    1),
            Clock.fixed(Fixtures.NOW, ZoneOffset.UTC));
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private Set<ImageSignature> broken = Set.of();
    private double recall = 1;

    @BeforeEach
    void indexThreeImages() {
        for (int image = 1; image <= 3; image++) {
            upload(image);
        }
        assertThat(index.layout().answering()).contains(OLD);
    }

    @Test
    void switchTo_withAllImagesAnalyzed_servesTheNextSetAndLeadsWithIt() {
        modelSwitch().switchTo(CHOICE, LIMITS);

        assertThat(index.layout().answering()).contains(NEW);
        assertThat(index.layout().generations()).containsExactlyInAnyOrder(OLD, NEW);
        assertThat(index.open().sizes().images()).isEqualTo(3);
        assertThat(workers.calls).containsExactly("beside other", "lead " + NEXT.id());
    }

    @Test
    void switchTo_whenDoneAlready_changesNothing() {
        modelSwitch().switchTo(CHOICE, LIMITS);
        int asked = queue.sent().size();

        modelSwitch().switchTo(CHOICE, LIMITS);

        assertThat(index.layout().answering()).contains(NEW);
        assertThat(queue.sent()).hasSize(asked);
    }

    @Test
    void switchTo_withImageThatHasNoFeatures_namesItAndServesTheFormerSet() {
        broken = Set.of(Fixtures.aSignature(2));

        assertThatThrownBy(() -> modelSwitch().switchTo(CHOICE, LIMITS))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("1 of 3 images")
                .hasMessageContaining("2.png");

        assertThat(index.layout().answering()).contains(OLD);
    }

    @Test
    void switchTo_withAllowedMissingImage_servesTheOthers() {
        broken = Set.of(Fixtures.aSignature(2));

        modelSwitch().switchTo(CHOICE, new SwitchLimits(100, 10, 0.97, 1));

        assertThat(index.layout().answering()).contains(NEW);
        assertThat(index.open().sizes().images()).isEqualTo(2);
    }

    @Test
    void switchTo_withLowRecall_namesBothNumbersAndServesTheFormerSet() {
        recall = 0.5;

        assertThatThrownBy(() -> modelSwitch().switchTo(CHOICE, LIMITS)).hasMessageContainingAll("0.5000", "0.97");

        assertThat(index.layout().answering()).contains(OLD);
    }

    @Test
    void switchTo_afterAFailure_goesOnWhereItWas() {
        recall = 0.5;
        assertThatThrownBy(() -> modelSwitch().switchTo(CHOICE, LIMITS)).isInstanceOf(LauncherException.class);
        int asked = queue.sent().size();
        recall = 1;

        modelSwitch().switchTo(CHOICE, LIMITS);

        assertThat(index.layout().answering()).contains(NEW);
        assertThat(queue.sent()).hasSize(asked);
    }

    @Test
    void rollBack_afterASwitch_servesTheFormerSetWithWhatWasUploadedSince() {
        modelSwitch().switchTo(CHOICE, LIMITS);
        upload(4);

        modelSwitch().rollBack(LIMITS);

        assertThat(index.layout().answering()).contains(OLD);
        assertThat(index.open().sizes().images()).isEqualTo(4);
        assertThat(workers.calls.getLast()).isEqualTo("lead " + CURRENT.id());
    }

    @Test
    void rollBack_withoutAnotherModelSet_saysSo() {
        assertThatThrownBy(() -> modelSwitch().rollBack(LIMITS))
                .hasMessageContainingAll(CURRENT.id().value(), "none");
    }

    @Test
    void finish_afterASwitch_keepsWhatAnswersOnly() {
        modelSwitch().switchTo(CHOICE, LIMITS);

        modelSwitch().finish();

        assertThat(index.layout().generations()).containsExactly(NEW);
        assertThat(workers.calls.getLast()).isEqualTo("only " + NEXT.id());
    }

    @Test
    void status_duringASwitch_saysWhichOneAnswers() {
        modelSwitch().switchTo(CHOICE, LIMITS);

        assertThat(modelSwitch().status()).containsExactlyInAnyOrder(OLD.toString(), NEW + "   answers queries");
    }

    private ModelSwitch modelSwitch() {
        FeatureCoverage coverage = new FeatureCoverage(registry, features);
        FeatureBackfill.Parts parts =
                new FeatureBackfill.Parts(coverage, key -> Optional.of(new ObjectHead("etag", 7)), queue, this::work);
        return new ModelSwitch(
                new ModelSwitch.Parts(
                        workers,
                        index,
                        new FeatureBackfill(parts, pacer, progress -> {}),
                        new GenerationFill(coverage, index::probe, reconciler, pacer),
                        this::check),
                new Console(new PrintStream(printed), new PrintStream(printed), false));
    }

    private CheckedRecall check(IndexGeneration generation, int sample) {
        CheckedRecall checked = new RecallCheck(index.open(generation), index.probe(generation), 10).check(sample, 1);
        return recall == 1
                ? checked
                : new CheckedRecall(
                        checked.modelSet(),
                        checked.images(),
                        checked.queries(),
                        checked.queries(),
                        new dev.sightline.lab.metrics.Interval(recall, recall, recall));
    }

    /** Stores what was asked for; nothing waits. The indexer's write follows, as it does for every report of the worker. */
    private int work() {
        for (AnalysisRequested request : queue.sent()) {
            registry.find(request.source().id())
                    .flatMap(Source::liveSignature)
                    .filter(image -> !broken.contains(image))
                    .ifPresent(image -> save(NEXT, image));
        }
        return 0;
    }

    private void upload(int image) {
        save(CURRENT, Fixtures.aSignature(image));
        if (!workers.calls.isEmpty()) {
            save(NEXT, Fixtures.aSignature(image));
        }
        registry.record(Source.indexed(
                Fixtures.aSourceVersion().withKey(image + ".png").build(),
                Fixtures.aSignature(image),
                CURRENT.id(),
                Fixtures.NOW));
        assertThat(reconciler.reconcile(Set.of(Fixtures.aSignature(image)))).isEmpty();
    }

    private void save(ModelSet modelSet, ImageSignature image) {
        features.save(Fixtures.aFeatureRecord()
                .withModelSet(modelSet)
                .withSignature(image)
                .withEmbedding(Fixtures.anEmbedding(image.hashCode()))
                .build());
    }

    private static final class FakeWorkers implements Workers {

        private final List<String> calls = new ArrayList<>();

        @Override
        public ModelSet runBeside(ModelChoice models) {
            calls.add("beside " + models.embedder());
            return NEXT;
        }

        @Override
        public void lead(ModelSetId modelSet) {
            calls.add("lead " + modelSet);
        }

        @Override
        public void runOnly(ModelSetId modelSet) {
            calls.add("only " + modelSet);
        }
    }

    /** Time that only pauses move. */
    private static final class StillPacer implements Pacer {

        private Instant now = Fixtures.NOW;

        @Override
        public Instant now() {
            return now;
        }

        @Override
        public void pause(Duration duration) {
            now = now.plus(duration);
        }
    }
}
