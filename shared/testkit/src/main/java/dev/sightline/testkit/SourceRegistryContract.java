package dev.sightline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.events.Sequencer;
import dev.sightline.events.SourceId;
import dev.sightline.events.SourceVersion;
import dev.sightline.index.Release;
import dev.sightline.index.Source;
import dev.sightline.index.SourceRegistry;
import dev.sightline.index.SourceState;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelSetId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every {@link SourceRegistry} does. */
public abstract class SourceRegistryContract {

    private static final ImageSignature FIRST = Fixtures.aSignature(1);
    private static final ImageSignature SECOND = Fixtures.aSignature(2);

    /** The registry under test, without any source at the start of a test; the same one throughout a test. */
    protected abstract SourceRegistry registry();

    /** Makes everything recorded so far count, where {@link SourceRegistry#counts} lags behind. */
    protected abstract void catchUp();

    @Test
    void find_ofUnknownKey_isEmpty() {
        assertThat(registry().find(SourceId.ofKey("unknown"))).isEmpty();
        assertThat(registry().liveSources(Set.of(FIRST))).isEmpty();
        assertThat(registry().counts()).isEmpty();
    }

    @Test
    void record_ofNewKey_storesEveryPart() {
        Source failed = new Source(
                version("a b/ü:1.jpg", "0A"),
                "etag",
                SourceState.FAILED,
                FIRST,
                Set.of(release(SECOND, "09", SourceState.INDEXED)),
                ErrorCode.BROKEN_IMAGE,
                "expected \"JPEG\"",
                new ModelSetId("m-1"),
                Fixtures.NOW.plusNanos(1),
                Fixtures.NOW.minusNanos(1));

        SourceRegistry.Recording recording = registry().record(failed);

        assertThat(recording).isEqualTo(new SourceRegistry.Recording(true, failed));
        assertThat(registry().find(failed.id())).contains(failed);
    }

    @Test
    void record_ofOlderVersion_isNotCurrentAndChangesNothing() {
        Source removed = Source.removed(version("a.jpg", "0B"), Fixtures.NOW);
        registry().record(removed);

        SourceRegistry.Recording recording = registry().record(indexed("a.jpg", "0A", FIRST));

        assertThat(recording).isEqualTo(new SourceRegistry.Recording(false, removed));
        assertThat(registry().find(removed.id())).contains(removed);
    }

    @Test
    void record_twice_changesNothing() {
        Source source = indexed("a.jpg", "0A", FIRST);
        registry().record(source);

        assertThat(registry().record(source)).isEqualTo(new SourceRegistry.Recording(true, source));
    }

    @Test
    void record_ofReplacement_keepsFormerImageUntilTheNewOneIsThere() {
        registry().record(indexed("a.jpg", "0A", FIRST));

        Source pending = registry()
                .record(Source.pending(version("a.jpg", "0B"), "etag", Fixtures.NOW))
                .source();
        assertThat(pending.liveSignature()).contains(FIRST);
        assertThat(registry().liveSources(Set.of(FIRST, SECOND))).containsOnlyKeys(FIRST);

        Source replaced = registry().record(indexed("a.jpg", "0B", SECOND)).source();
        assertThat(replaced.released()).containsExactly(release(FIRST, "0B", SourceState.INDEXED));
        assertThat(registry().liveSources(Set.of(FIRST, SECOND))).containsOnlyKeys(SECOND);
    }

    @Test
    void settle_forgetsTheGivenReleasesOnly() {
        registry().record(indexed("a.jpg", "0A", FIRST));
        registry().record(indexed("a.jpg", "0B", SECOND));
        Source removed = registry()
                .record(Source.removed(version("a.jpg", "0C"), Fixtures.NOW))
                .source();
        Release byReplacement = release(FIRST, "0B", SourceState.INDEXED);
        Release byRemoval = release(SECOND, "0C", SourceState.REMOVED);
        assertThat(removed.released()).containsExactlyInAnyOrder(byReplacement, byRemoval);

        registry().settle(removed.id(), Set.of(byReplacement));

        assertThat(registry().find(removed.id()).orElseThrow().released()).containsExactly(byRemoval);
    }

    @Test
    void settle_ofUnknownKey_doesNothing() {
        registry().settle(SourceId.ofKey("unknown"), Set.of(release(FIRST, "0A", SourceState.REMOVED)));

        assertThat(registry().find(SourceId.ofKey("unknown"))).isEmpty();
    }

    @Test
    void liveSources_givesThoseOfTheImageByKeyAndReadsItsOwnWrites() {
        registry().record(indexed("b.jpg", "0A", FIRST));
        registry().record(indexed("a.jpg", "0A", FIRST));
        registry().record(indexed("other.jpg", "0A", SECOND));
        registry().record(Source.pending(version("new.jpg", "0A"), "etag", Fixtures.NOW));

        Map<ImageSignature, List<Source>> live = registry().liveSources(Set.of(FIRST, Fixtures.aSignature(3)));

        assertThat(live)
                .isEqualTo(Map.of(FIRST, List.of(indexed("a.jpg", "0A", FIRST), indexed("b.jpg", "0A", FIRST))));
    }

    @Test
    void counts_givesTheNumberOfSourcesInEachState() {
        registry().record(indexed("a.jpg", "0A", FIRST));
        registry().record(indexed("b.jpg", "0A", FIRST));
        registry().record(Source.removed(version("c.jpg", "0A"), Fixtures.NOW));
        catchUp();

        assertThat(registry().counts()).isEqualTo(Map.of(SourceState.INDEXED, 2L, SourceState.REMOVED, 1L));
    }

    @Test
    void record_fromManyThreads_endsWithTheNewestAndLosesNoReleasedImage() throws Exception {
        int versions = 8;
        List<Future<?>> recorded = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int i = 1; i <= versions; i++) {
                Source source = indexed("a.jpg", "0" + i, Fixtures.aSignature(i));
                recorded.add(threads.submit(() -> registry().record(source)));
            }
        }
        List<ImageSignature> wereLive = new ArrayList<>();
        for (int i = 1; i <= versions; i++) {
            if (((SourceRegistry.Recording) recorded.get(i - 1).get()).current()) {
                wereLive.add(Fixtures.aSignature(i));
            }
        }

        Source last = registry().find(SourceId.ofKey("a.jpg")).orElseThrow();

        assertThat(last.liveSignature()).contains(Fixtures.aSignature(versions));
        wereLive.remove(Fixtures.aSignature(versions));
        assertThat(last.released().stream().map(Release::signature)).containsExactlyInAnyOrderElementsOf(wereLive);
    }

    @Test
    void record_ofResult_keepsTheEtagThatTheRequestOfThisVersionTold() {
        registry().record(Source.pending(version("a.jpg", "0A"), "first", Fixtures.NOW));
        assertThat(registry().record(indexed("a.jpg", "0A", FIRST)).source().etag())
                .isEqualTo("first");

        registry().record(Source.pending(version("a.jpg", "0B"), "second", Fixtures.NOW));
        assertThat(registry().record(indexed("a.jpg", "0B", SECOND)).source().etag())
                .isEqualTo("second");
        assertThat(registry()
                        .record(Source.removed(version("a.jpg", "0C"), Fixtures.NOW))
                        .source()
                        .etag())
                .isEmpty();
    }

    @Test
    void page_walksThroughAllSourcesInTheOrderOfTheirKeysAsUtf8() {
        List<String> keys = List.of("a.jpg", "a/b.jpg", "ab.jpg", "\uFB01.jpg", "\uD83D\uDE00.jpg");
        keys.reversed().forEach(key -> registry().record(Source.pending(version(key, "0A"), "etag", Fixtures.NOW)));
        catchUp();

        List<String> walked = new ArrayList<>();
        List<Source> page = registry().page("", 2);
        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(2);
            page.forEach(source -> walked.add(source.version().key()));
            page = registry().page(walked.getLast(), 2);
        }

        assertThat(walked).isEqualTo(keys);
    }

    @Test
    void purge_forgetsOldTombstonesAndNothingElse() {
        removedAt("old.jpg", 10);
        removedAt("young.jpg", 0);
        Source live = indexed("live.jpg", "0A", FIRST);
        registry().record(live);
        catchUp();

        assertThat(registry().purge(daysAgo(5), 100)).isEqualTo(1);

        assertThat(registry().find(SourceId.ofKey("old.jpg"))).isEmpty();
        assertThat(registry().find(SourceId.ofKey("young.jpg"))).isPresent();
        assertThat(registry().find(live.id())).contains(live);
        catchUp();
        assertThat(registry().purge(daysAgo(5), 100)).isZero();
    }

    @Test
    void purge_ofTombstoneAtTheVeryMoment_keepsIt() {
        removedAt("a.jpg", 5);
        catchUp();

        assertThat(registry().purge(daysAgo(5), 100)).isZero();
        assertThat(registry().purge(daysAgo(5).plusMillis(1), 100)).isEqualTo(1);
    }

    @Test
    void purge_withMoreThanTheLimit_forgetsThatMany() {
        for (int i = 0; i < 5; i++) {
            removedAt(i + ".jpg", 10);
        }
        catchUp();

        assertThat(registry().purge(daysAgo(5), 3)).isEqualTo(3);
        catchUp();
        assertThat(registry().purge(daysAgo(5), 3)).isEqualTo(2);
    }

    @Test
    void purge_ofTombstonesWithOpenReleases_passesThemByUntilTheyAreSettled() {
        for (String key : List.of("open.jpg", "settled.jpg")) {
            registry().record(indexed(key, "0A", FIRST));
            registry().record(Source.removed(version(key, "0B"), daysAgo(10)));
        }
        SourceId settled = SourceId.ofKey("settled.jpg");
        registry().settle(settled, Set.of(release(FIRST, "0B", SourceState.REMOVED)));
        catchUp();

        assertThat(registry().purge(daysAgo(5), 1)).isEqualTo(1);

        assertThat(registry().find(settled)).isEmpty();
        assertThat(registry().find(SourceId.ofKey("open.jpg"))).isPresent();
    }

    /** The search of a purge may still see the tombstone; the source must stay all the same. */
    @Test
    void purge_ofKeyThatWasPutAgainMeanwhile_keepsIt() {
        removedAt("a.jpg", 10);
        catchUp();
        Source again = Source.pending(version("a.jpg", "0C"), "etag", Fixtures.NOW);
        registry().record(again);

        registry().purge(daysAgo(5), 100);

        assertThat(registry().find(again.id())).contains(again);
    }

    @Test
    void record_ofPurgedKey_beginsAnew() {
        removedAt("a.jpg", 10);
        catchUp();
        registry().purge(daysAgo(5), 100);
        Source again = Source.pending(version("a.jpg", "01"), "etag", Fixtures.NOW);

        assertThat(registry().record(again)).isEqualTo(new SourceRegistry.Recording(true, again));
        assertThat(registry().find(again.id())).contains(again);
    }

    @Test
    void statistics_withoutAnySource_areEmpty() {
        assertThat(registry().reasons()).isEmpty();
        assertThat(registry().oldestPending()).isEmpty();
        assertThat(registry().settledSince(daysAgo(5))).isZero();
        assertThat(registry().newest(Set.of(SourceState.values()), null, 10)).isEmpty();
        assertThat(registry().lastIndexed(10)).isEmpty();
        assertThat(registry().purge(Fixtures.NOW, 100)).isZero();
    }

    @Test
    void reasons_givesTheNumberOfSourcesWithEachReasonInEachState() {
        for (String key : List.of("a.jpg", "b.jpg")) {
            registry().record(Source.rejected(version(key, "0A"), ErrorCode.BROKEN_IMAGE, "", Fixtures.NOW));
        }
        registry().record(Source.rejected(version("c.jpg", "0A"), ErrorCode.EMPTY_IMAGE, "", Fixtures.NOW));
        registry().record(Source.failed(version("d.jpg", "0A"), ErrorCode.DEFECT, "", Fixtures.NOW));
        registry().record(indexed("e.jpg", "0A", FIRST));
        catchUp();

        assertThat(registry().reasons())
                .isEqualTo(Map.of(
                        SourceState.REJECTED, Map.of(ErrorCode.BROKEN_IMAGE, 2L, ErrorCode.EMPTY_IMAGE, 1L),
                        SourceState.FAILED, Map.of(ErrorCode.DEFECT, 1L)));
    }

    @Test
    void oldestPending_isTheMomentOfTheOneThatHasWaitedLongest() {
        registry().record(Source.pending(version("a.jpg", "0A"), "etag", daysAgo(2)));
        registry().record(Source.pending(version("b.jpg", "0A"), "etag", daysAgo(3)));
        registry().record(Source.removed(version("c.jpg", "0A"), daysAgo(4)));
        catchUp();

        assertThat(registry().oldestPending()).contains(daysAgo(3));
    }

    @Test
    void settledSince_countsResultsFromThatMomentOn() {
        registry().record(Source.failed(version("a.jpg", "0A"), ErrorCode.DEFECT, "", daysAgo(2)));
        registry().record(Source.rejected(version("b.jpg", "0A"), ErrorCode.DEFECT, "", daysAgo(1)));
        registry().record(indexed("c.jpg", "0A", FIRST));
        registry().record(Source.pending(version("d.jpg", "0A"), "etag", Fixtures.NOW));
        registry().record(Source.removed(version("e.jpg", "0A"), Fixtures.NOW));
        catchUp();

        assertThat(registry().settledSince(daysAgo(1))).isEqualTo(2);
        assertThat(registry().settledSince(daysAgo(1).plusMillis(1))).isEqualTo(1);
    }

    private void removedAt(String key, int daysAgo) {
        registry().record(Source.removed(version(key, "0B"), daysAgo(daysAgo)));
    }

    private static Instant daysAgo(int days) {
        return Fixtures.NOW.minus(Duration.ofDays(days));
    }

    private static Release release(ImageSignature signature, String by, SourceState state) {
        return new Release(signature, new Sequencer(by), state);
    }

    private static SourceVersion version(String key, String sequencer) {
        return Fixtures.aSourceVersion().withKey(key).withSequencer(sequencer).build();
    }

    private static Source indexed(String key, String sequencer, ImageSignature signature) {
        return Source.indexed(version(key, sequencer), signature, new ModelSetId("m-1"), Fixtures.NOW);
    }
}
