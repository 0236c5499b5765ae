package dev.sightline.local.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.events.AnalysisRequested;
import dev.sightline.index.Source;
import dev.sightline.local.operate.FeatureCoverage.Coverage;
import dev.sightline.local.upload.Pacer;
import dev.sightline.testkit.Fixtures;
import dev.sightline.testkit.InMemoryFeatureStore;
import dev.sightline.testkit.InMemorySourceRegistry;
import dev.sightline.testkit.RecordingEventQueue;
import dev.sightline.visual.ModelSet;
import dev.sightline.visual.SightlineException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FeatureBackfillTest {

    private static final ModelSet CURRENT = Fixtures.aModelSet();
    private static final ModelSet NEXT = Fixtures.aModelSet("2");

    private final InMemorySourceRegistry registry = new InMemorySourceRegistry();
    private final InMemoryFeatureStore features = new InMemoryFeatureStore();
    private final RecordingEventQueue<AnalysisRequested> queue = new RecordingEventQueue<>();
    private final List<Coverage> progress = new ArrayList<>();
    private final TestPacer pacer = new TestPacer();
    private Set<Long> broken = Set.of();
    private int backlog;

    @Test
    void run_withImagesThatHaveNoRecord_asksForEachOnceAndWaitsForIt() {
        index("a.png", 1);
        index("b.png", 1);
        index("c.png", 2);

        Coverage coverage = backfill().run(NEXT.id(), 100);

        assertThat(coverage.missing()).isEmpty();
        assertThat(coverage.live()).isEqualTo(2);
        assertThat(queue.sent())
                .extracting(request -> request.source().key())
                .containsExactlyInAnyOrder("a.png", "c.png");
        assertThat(queue.sent())
                .allMatch(request ->
                        request.etag().equals("etag of " + request.source().key()));
        assertThat(progress.getLast().covered()).hasSize(2);
    }

    @Test
    void run_afterAnInterruption_asksOnlyForWhatIsMissingStill() {
        index("a.png", 1);
        index("b.png", 2);
        save(NEXT, 1);

        backfill().run(NEXT.id(), 100);

        assertThat(queue.sent()).extracting(request -> request.source().key()).containsExactly("b.png");
    }

    @Test
    void run_withSourcesThatAreNotLive_leavesThemAlone() {
        registry.record(
                Source.pending(Fixtures.aSourceVersion().withKey("a.png").build(), "etag", Fixtures.NOW));

        assertThat(backfill().run(NEXT.id(), 100).live()).isZero();
        assertThat(queue.sent()).isEmpty();
    }

    @Test
    void run_withImageThatCannotBeAnalyzed_namesItAsSoonAsTheQueueIsEmpty() {
        index("a.png", 1);
        index("b.png", 2);
        broken = Set.of(2L);

        Coverage coverage = backfill().run(NEXT.id(), 100);

        assertThat(coverage.missing().keySet()).containsExactly(Fixtures.aSignature(2));
        assertThat(queue.sent()).hasSize(2);
    }

    @Test
    void run_always_sendsNoFasterThanAllowed() {
        for (int n = 0; n < 40; n++) {
            index("%02d.png".formatted(n), n);
        }
        Instant start = pacer.now();

        backfill().run(NEXT.id(), 4);

        assertThat(Duration.between(start, pacer.now())).isGreaterThanOrEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void run_withFullQueue_waitsUntilThereIsRoom() {
        index("a.png", 1);
        backlog = FeatureBackfill.MAX_BACKLOG + 3;

        assertThat(backfill().run(NEXT.id(), 100).missing()).isEmpty();

        assertThat(Duration.between(Fixtures.NOW, pacer.now())).isGreaterThan(Duration.ofSeconds(6));
    }

    @Test
    void run_withRefusedRequest_fails() {
        index("a.png", 1);
        queue.refuse(0);

        assertThatThrownBy(() -> backfill().run(NEXT.id(), 100)).isInstanceOf(SightlineException.class);
    }

    private FeatureBackfill backfill() {
        FeatureBackfill.Parts parts = new FeatureBackfill.Parts(
                new FeatureCoverage(registry, features),
                key -> Optional.of(new ObjectHead("etag of " + key, 7)),
                queue,
                this::work);
        return new FeatureBackfill(parts, pacer, progress::add);
    }

    /** A worker that does all that was sent whenever somebody looks at the queue; a backlog shrinks by one each time. */
    private int work() {
        if (backlog > 0) {
            backlog--;
        }
        for (AnalysisRequested request : queue.sent()) {
            registry.find(request.source().id())
                    .flatMap(Source::liveSignature)
                    .filter(signature ->
                            broken.stream().map(Fixtures::aSignature).noneMatch(signature::equals))
                    .ifPresent(signature -> features.save(Fixtures.aFeatureRecord()
                            .withModelSet(NEXT)
                            .withSignature(signature)
                            .build()));
        }
        return backlog;
    }

    private void index(String key, long image) {
        save(CURRENT, image);
        registry.record(Source.indexed(
                Fixtures.aSourceVersion().withKey(key).build(),
                Fixtures.aSignature(image),
                CURRENT.id(),
                Fixtures.NOW));
    }

    private void save(ModelSet modelSet, long image) {
        features.save(Fixtures.aFeatureRecord()
                .withModelSet(modelSet)
                .withSignature(Fixtures.aSignature(image))
                .build());
    }

    /** A clock that only pauses move. */
    private static final class TestPacer implements Pacer {

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
