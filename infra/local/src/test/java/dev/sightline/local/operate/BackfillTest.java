package dev.sightline.local.operate;

import static dev.sightline.testkit.Fixtures.NOW;
import static dev.sightline.testkit.Fixtures.aModelSet;
import static dev.sightline.testkit.Fixtures.aSignature;
import static dev.sightline.testkit.Fixtures.aSourceVersion;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.events.Sequencer;
import dev.sightline.events.SourceVersion;
import dev.sightline.index.Source;
import dev.sightline.testkit.InMemoryImageStore;
import dev.sightline.testkit.InMemorySourceRegistry;
import dev.sightline.testkit.RecordingEventQueue;
import dev.sightline.visual.ErrorCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BackfillTest {

    private static final BackfillPlan ALL = new BackfillPlan("", 50, 1000, BackfillPlan.Mode.SEND);

    private final InMemoryImageStore bucket = new InMemoryImageStore();
    private final InMemorySourceRegistry registry = new InMemorySourceRegistry();
    private final RecordingEventQueue<JsonNode> queue = new RecordingEventQueue<>();
    private final SteppingPacer pacer = new SteppingPacer();
    private final AtomicLong backlog = new AtomicLong();
    private final Backfill backfill =
            new Backfill(bucket, registry, new BucketNotices(queue, "images", pacer), backlog::get, pacer);
    private final List<BackfillProgress> reached = new ArrayList<>();
    private boolean stopped;

    private final Backfill.Watcher watcher = new Backfill.Watcher() {
        @Override
        public void reached(BackfillProgress progress) {
            reached.add(progress);
        }

        @Override
        public void show(BackfillProgress progress, String activity) {}
    };

    @Test
    void run_withUnknownObject_sendsItsCreationBeforeEveryEvent() {
        String etag = bucket.put("a é.jpg", new byte[3]);

        BackfillProgress end = run(ALL, BackfillProgress.NONE);

        JsonNode object = queue.sent().getFirst().at("/detail/object");
        assertThat(object.path("key").asText()).isEqualTo("a é.jpg");
        assertThat(object.path("etag").asText()).isEqualTo(etag);
        assertThat(object.path("size").asLong()).isEqualTo(3);
        assertThat(new Sequencer(object.path("sequencer").asText())).isEqualTo(Sequencer.ZERO);
        assertThat(end).isEqualTo(new BackfillProgress("a é.jpg", 1, 0, 1, 1, true));
    }

    @Test
    void run_withSourceOfOtherContentOrRemoved_sendsTheSuccessor() {
        bucket.put("other.jpg", new byte[1]);
        bucket.put("removed.jpg", new byte[1]);
        registry.record(Source.pending(version("other.jpg"), "old", NOW));
        registry.record(Source.removed(version("removed.jpg"), NOW));

        run(ALL, BackfillProgress.NONE);

        assertThat(queue.sent())
                .extracting(event ->
                        new Sequencer(event.at("/detail/object/sequencer").asText()))
                .hasSize(2)
                .allSatisfy(sequencer ->
                        assertThat(sequencer).isGreaterThan(new Sequencer("0A")).isLessThan(new Sequencer("0A01")));
    }

    @Test
    void run_withKnownContent_passesOver() {
        String etag = bucket.put("pending.jpg", new byte[1]);
        bucket.put("indexed.jpg", new byte[1]);
        bucket.put("failed.jpg", new byte[1]);
        bucket.put("rejected.jpg", new byte[0]);
        bucket.put("folder/", new byte[0]);
        registry.record(Source.pending(version("pending.jpg"), etag, NOW));
        registry.record(Source.pending(version("indexed.jpg"), etag, NOW));
        registry.record(Source.indexed(
                version("indexed.jpg"), aSignature(1), aModelSet().id(), NOW));
        registry.record(Source.pending(version("failed.jpg"), etag, NOW));
        registry.record(Source.failed(version("failed.jpg"), ErrorCode.DEFECT, "", NOW));
        registry.record(Source.rejected(version("rejected.jpg"), ErrorCode.EMPTY_IMAGE, "", NOW));
        registry.record(
                Source.indexed(version("gone.jpg"), aSignature(1), aModelSet().id(), NOW));

        BackfillProgress end = run(ALL, BackfillProgress.NONE);

        assertThat(queue.sent()).isEmpty();
        assertThat(end.listed()).isEqualTo(5);
        assertThat(end.known()).isEqualTo(5);
    }

    @Test
    void run_dry_countsAndSendsNothing() {
        put(25);
        BackfillProgress end = run(new BackfillPlan("", 50, 1000, BackfillPlan.Mode.DRY_RUN), BackfillProgress.NONE);

        assertThat(end.sent()).isEqualTo(25);
        assertThat(queue.sent()).isEmpty();
        assertThat(pacer.passed()).isZero();
    }

    @Test
    void run_withManyObjects_keepsTheRate() {
        put(200);
        run(ALL, BackfillProgress.NONE);

        assertThat(queue.sent()).hasSize(200);
        assertThat(pacer.passed()).isBetween(Duration.ofMillis(3700), Duration.ofMillis(4000));
    }

    @Test
    void run_whileTheWorkerIsBehind_holdsBack() {
        put(30);
        backlog.set(1001);
        pacer.whilePausing(() -> {
            if (pacer.passed().toSeconds() < 60) {
                assertThat(queue.sent()).isEmpty();
            } else {
                backlog.set(1000);
            }
        });
        run(ALL, BackfillProgress.NONE);

        assertThat(queue.sent()).hasSize(30);
        assertThat(pacer.passed()).isGreaterThanOrEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void run_toldToStop_endsAtAPlaceFromWhichTheNextRunSendsTheRest() {
        put(45);
        pacer.whilePausing(() -> stopped = true);

        BackfillProgress first = run(ALL, BackfillProgress.NONE);
        assertThat(first.finished()).isFalse();
        assertThat(first.sent()).isBetween(1L, 44L);
        assertThat(queue.sent()).hasSize((int) first.sent());
        assertThat(reached).last().isEqualTo(first);

        stopped = false;
        pacer.whilePausing(() -> {});
        BackfillProgress second = run(ALL, first);

        assertThat(second).isEqualTo(new BackfillProgress("k00044", 45, 0, 45, 45, true));
        assertThat(queue.sent())
                .extracting(event -> event.at("/detail/object/key").asText())
                .doesNotHaveDuplicates()
                .hasSize(45);
    }

    @Test
    void run_overManyPages_saysAfterEachWhereItIsOnceAllIsSent() {
        put(2100);
        run(new BackfillPlan("", 100_000, 1000, BackfillPlan.Mode.SEND), BackfillProgress.NONE);

        assertThat(reached).extracting(BackfillProgress::listed).containsExactly(1000L, 2000L, 2100L);
        assertThat(reached).last().extracting(BackfillProgress::finished).isEqualTo(true);
    }

    @Test
    void run_withPrefix_leavesOtherKeysAlone() {
        bucket.put("a/1.jpg", new byte[1]);
        bucket.put("b/1.jpg", new byte[1]);

        run(new BackfillPlan("b/", 50, 1000, BackfillPlan.Mode.SEND), BackfillProgress.NONE);

        assertThat(queue.sent())
                .extracting(event -> event.at("/detail/object/key").asText())
                .containsExactly("b/1.jpg");
    }

    private BackfillProgress run(BackfillPlan plan, BackfillProgress from) {
        return backfill.run(plan, from, () -> stopped, watcher);
    }

    private void put(int count) {
        for (int i = 0; i < count; i++) {
            bucket.put("k%05d".formatted(i), new byte[1]);
        }
    }

    private static SourceVersion version(String key) {
        return aSourceVersion().withKey(key).withSequencer("0A").build();
    }
}
