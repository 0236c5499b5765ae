package dev.sightline.indexer;

import static dev.sightline.testkit.Fixtures.NOW;
import static dev.sightline.testkit.Fixtures.aBoard;
import static dev.sightline.testkit.Fixtures.aFeatureRecord;
import static dev.sightline.testkit.Fixtures.aPin;
import static dev.sightline.testkit.Fixtures.aSignature;
import static dev.sightline.testkit.Fixtures.aSourceVersion;
import static dev.sightline.testkit.Fixtures.anIndexEvent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.events.CatalogueChanged;
import dev.sightline.events.CatalogueKeys;
import dev.sightline.events.EventJson;
import dev.sightline.events.IndexEvent;
import dev.sightline.events.IndexMessage;
import dev.sightline.events.PurgeDue;
import dev.sightline.events.SourceVersion;
import dev.sightline.index.ImageIndex;
import dev.sightline.index.Release;
import dev.sightline.index.Source;
import dev.sightline.index.SourceState;
import dev.sightline.index.StoredImage;
import dev.sightline.index.TextAnnotation;
import dev.sightline.reconcile.Catalogue;
import dev.sightline.reconcile.FeatureLoader;
import dev.sightline.reconcile.IndexReconciler;
import dev.sightline.testkit.InMemoryBoardStore;
import dev.sightline.testkit.InMemoryEngagementIndex;
import dev.sightline.testkit.InMemoryFeatureStore;
import dev.sightline.testkit.InMemoryPinIndex;
import dev.sightline.testkit.InMemoryPinStore;
import dev.sightline.testkit.InMemorySourceRegistry;
import dev.sightline.testkit.InMemoryVisualIndex;
import dev.sightline.testkit.IndexEventBuilder;
import dev.sightline.testkit.InterruptedIndex;
import dev.sightline.testkit.RecordingEventQueue;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.SightlineException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IndexUpdateTest {

    private static final ImageSignature CHAIR = aSignature(1);
    private static final ImageSignature TABLE = aSignature(2);
    private static final Duration TOMBSTONE_AGE = Duration.ofDays(30);

    private final InMemorySourceRegistry registry = new InMemorySourceRegistry();
    private final InMemoryFeatureStore features = new InMemoryFeatureStore();
    private final InMemoryVisualIndex index = new InMemoryVisualIndex();
    private final InMemoryPinStore pins = new InMemoryPinStore();
    private final InMemoryBoardStore boards = new InMemoryBoardStore();
    private final InMemoryPinIndex pinIndex = new InMemoryPinIndex();
    private final InMemoryEngagementIndex engagement = new InMemoryEngagementIndex();
    private final RecordingEventQueue<IndexMessage> indexQueue = new RecordingEventQueue<>();
    private final IndexUpdate update = updateOf(index);

    @BeforeEach
    void analyzeBothImages() {
        features.save(aFeatureRecord().withSignature(CHAIR).build());
        features.save(aFeatureRecord().withSignature(TABLE).build());
    }

    @Test
    void update_withAnalyzedImageUnderTwoKeys_writesOneDocumentWithBoth() {
        assertThat(update(analyzed("b.jpg", 1, CHAIR), analyzed("a.jpg", 1, CHAIR)))
                .isEmpty();

        assertThat(keys(CHAIR)).containsExactly("a.jpg", "b.jpg");
        assertThat(index.sizes().images()).isEqualTo(1);
        assertThat(source("a.jpg").state()).isEqualTo(SourceState.INDEXED);
    }

    @Test
    void update_withOneOfTwoKeysRemoved_keepsTheDocumentForTheOther() {
        update(analyzed("a.jpg", 1, CHAIR), analyzed("b.jpg", 1, CHAIR));

        assertThat(update(about("a.jpg", 2).removed())).isEmpty();

        assertThat(keys(CHAIR)).containsExactly("b.jpg");
        assertThat(source("a.jpg").state()).isEqualTo(SourceState.REMOVED);
    }

    @Test
    void update_withTheLastKeyRemoved_deletesTheDocumentAndForgetsTheImage() {
        update(analyzed("a.jpg", 1, CHAIR));

        assertThat(update(about("a.jpg", 2).removed())).isEmpty();

        assertThat(index.image(CHAIR)).isEmpty();
        assertThat(source("a.jpg").released()).isEmpty();
    }

    @Test
    void update_withReplacedContent_movesTheKeyToTheNewImage() {
        update(analyzed("a.jpg", 1, CHAIR));

        assertThat(update(analyzed("a.jpg", 2, TABLE))).isEmpty();

        assertThat(index.image(CHAIR)).isEmpty();
        assertThat(keys(TABLE)).containsExactly("a.jpg");
    }

    @Test
    void update_withContentReplacedByNoImage_deletesTheDocument() {
        update(analyzed("a.jpg", 1, CHAIR));

        assertThat(update(about("a.jpg", 2).rejected(ErrorCode.BROKEN_IMAGE))).isEmpty();

        assertThat(index.image(CHAIR)).isEmpty();
        assertThat(source("a.jpg").reason()).isEqualTo(ErrorCode.BROKEN_IMAGE);
    }

    @Test
    void update_withFailedAnalysis_recordsItsReason() {
        assertThat(update(about("a.jpg", 1).failed(ErrorCode.STORAGE_UNAVAILABLE)))
                .isEmpty();

        assertThat(source("a.jpg").state()).isEqualTo(SourceState.FAILED);
        assertThat(source("a.jpg").reason()).isEqualTo(ErrorCode.STORAGE_UNAVAILABLE);
    }

    @Test
    void update_withWholeHistoryInReverse_endsWithTheNewest() {
        List<IndexEvent> history =
                List.of(analyzed("a.jpg", 1, CHAIR), about("a.jpg", 2).removed(), analyzed("a.jpg", 3, TABLE));

        history.reversed().forEach(event -> assertThat(update(event)).isEmpty());

        assertThat(index.image(CHAIR)).isEmpty();
        assertThat(keys(TABLE)).containsExactly("a.jpg");
    }

    @Test
    void update_whileReplacementIsPending_keepsAnsweringWithTheFormerImage() {
        update(analyzed("a.jpg", 1, CHAIR), analyzed("b.jpg", 1, CHAIR));
        registry.record(Source.pending(version("a.jpg", 2), "etag", NOW));

        assertThat(update(about("b.jpg", 2).removed())).isEmpty();

        assertThat(keys(CHAIR)).containsExactly("a.jpg");
    }

    @Test
    void update_withMissingFeatureRecord_failsOnlyTheMessagesThatNeedIt() {
        ImageSignature unknown = aSignature(3);

        Set<String> failed =
                update(analyzed("a.jpg", 1, unknown), analyzed("b.jpg", 1, CHAIR), analyzed("c.jpg", 1, unknown));

        assertThat(failed).containsExactlyInAnyOrder("0", "2");
        assertThat(keys(CHAIR)).containsExactly("b.jpg");
    }

    @Test
    void update_withRefusedDeletion_failsAndSucceedsWhenItComesAgain() {
        update(analyzed("a.jpg", 1, CHAIR));
        index.refuse(CHAIR);
        IndexEvent removed = about("a.jpg", 2).removed();

        assertThat(update(removed)).containsExactly("0");
        assertThat(source("a.jpg").released().stream().map(Release::signature)).containsExactly(CHAIR);

        index.accept(CHAIR);
        assertThat(update(removed)).isEmpty();
        assertThat(index.image(CHAIR)).isEmpty();
        assertThat(source("a.jpg").released()).isEmpty();
    }

    @Test
    void update_byALaterEvent_leavesARefusedDeletionToTheEventThatReleasedTheImage() {
        update(analyzed("a.jpg", 1, CHAIR));
        index.refuse(CHAIR);
        IndexEvent removed = about("a.jpg", 2).removed();
        update(removed);
        index.accept(CHAIR);

        assertThat(update(analyzed("a.jpg", 3, TABLE))).isEmpty();
        assertThat(source("a.jpg").released().stream().map(Release::signature)).containsExactly(CHAIR);

        assertThat(update(removed)).isEmpty();
        assertThat(index.image(CHAIR)).isEmpty();
        assertThat(keys(TABLE)).containsExactly("a.jpg");
        assertThat(source("a.jpg").released()).isEmpty();
    }

    @Test
    void update_withUnreadableFeatures_failsAndSucceedsWhenItComesAgain() {
        features.becomeUnavailable();
        assertThat(update(analyzed("a.jpg", 1, CHAIR))).containsExactly("0");

        features.becomeAvailable();
        assertThat(update(analyzed("a.jpg", 1, CHAIR))).isEmpty();
        assertThat(keys(CHAIR)).containsExactly("a.jpg");
    }

    @Test
    void update_thatBrokeOffAfterItWroteWhatWasOvertaken_repairsThatWhenItComesAgain() {
        Queue<Runnable> interruptions = new ArrayDeque<>();
        interruptions.add(() -> update(about("a.jpg", 2).removed()));
        interruptions.add(() -> {
            throw new SightlineException(ErrorCode.INDEX_UNAVAILABLE, "broke off");
        });
        IndexUpdate interrupted = updateOf(
                new InterruptedIndex(index, () -> interruptions.remove().run()));
        Map<String, String> message = Map.of("m", EventJson.write(analyzed("a.jpg", 1, CHAIR)));

        assertThatThrownBy(() -> interrupted.update(ReceivedBodies.of(message))).hasMessage("broke off");
        assertThat(keys(CHAIR)).containsExactly("a.jpg");

        assertThat(update.update(ReceivedBodies.of(message))).isEmpty();
        assertThat(index.image(CHAIR)).isEmpty();
    }

    @Test
    void update_withPoisonedMessage_failsOnlyThatOne() {
        Map<String, String> bodies = new LinkedHashMap<>();
        bodies.put("poison", "{\"type\": \"ImageExploded\"}");
        bodies.put("good", EventJson.write(analyzed("a.jpg", 1, CHAIR)));

        assertThat(update.update(ReceivedBodies.of(bodies))).containsExactly("poison");

        assertThat(keys(CHAIR)).containsExactly("a.jpg");
    }

    @Test
    void update_withSilentRegistry_failsEveryMessage() {
        registry.becomeUnavailable();

        assertThat(update(analyzed("a.jpg", 1, CHAIR), analyzed("b.jpg", 1, TABLE)))
                .containsExactlyInAnyOrder("0", "1");
    }

    @Test
    void update_withPurgeDue_forgetsOldTombstonesBesideTheOtherMessages() {
        Source old = Source.removed(version("old.jpg", 1), NOW.minus(TOMBSTONE_AGE.plusSeconds(1)));
        registry.record(old);

        assertThat(update(new PurgeDue(), analyzed("a.jpg", 1, CHAIR))).isEmpty();

        assertThat(registry.find(old.id())).isEmpty();
        assertThat(keys(CHAIR)).containsExactly("a.jpg");
    }

    @Test
    void update_withPurgeDueAndSilentRegistry_failsItAlone() {
        registry.becomeUnavailable();

        assertThat(update(new PurgeDue())).containsExactly("0");
    }

    /** Ingest takes a forgotten key for a new one, and the worker finds its object gone. */
    @Test
    void update_withLateEventOfAPurgedKey_endsAsATombstoneAgain() {
        registry.record(Source.pending(version("a.jpg", 1), "etag", NOW));

        assertThat(update(about("a.jpg", 1).removed())).isEmpty();

        assertThat(source("a.jpg").state()).isEqualTo(SourceState.REMOVED);
        assertThat(source("a.jpg").released()).isEmpty();
    }

    @Test
    void update_withObjectGoneOfAnOlderVersion_leavesTheNewerAlone() {
        registry.record(Source.pending(version("a.jpg", 1), "etag", NOW));
        update(analyzed("a.jpg", 2, CHAIR));

        assertThat(update(about("a.jpg", 1).removed())).isEmpty();

        assertThat(keys(CHAIR)).containsExactly("a.jpg");
        assertThat(source("a.jpg").state()).isEqualTo(SourceState.INDEXED);
    }

    @Test
    void update_withObjectGoneAndPutAgain_indexesTheNewOne() {
        update(analyzed("a.jpg", 1, CHAIR), about("a.jpg", 1).removed());

        assertThat(update(analyzed("a.jpg", 2, TABLE))).isEmpty();

        assertThat(index.image(CHAIR)).isEmpty();
        assertThat(keys(TABLE)).containsExactly("a.jpg");
    }

    @Test
    void update_withChangedPin_bringsItAndItsWordsToItsImage() {
        update(analyzed("a.jpg", 1, CHAIR));
        boards.create(aBoard(1));
        pins.create(aPin(1, 5));

        assertThat(update(changed(CatalogueKeys.pin(aPin(1, 5).id())))).isEmpty();

        assertThat(pinIndex.find(aPin(1, 5).id())).contains(aPin(1, 5));
        assertThat(index.image(CHAIR).orElseThrow().annotations())
                .extracting(TextAnnotation::text)
                .contains("pin", "board");
    }

    @Test
    void update_withChangedBoard_sendsAMessageForEachOfItsImages_andTouchesNothingItself() {
        update(analyzed("a.jpg", 1, CHAIR), analyzed("b.jpg", 1, TABLE));
        boards.create(aBoard(1));
        pins.create(aPin(1, 5));
        pins.create(aPin(2, 6));
        update(changed(CatalogueKeys.pinsOf(CHAIR)), changed(CatalogueKeys.pinsOf(TABLE)));
        boards.delete(aBoard(1).id());

        assertThat(update(changed(CatalogueKeys.board(aBoard(1).id())))).isEmpty();

        assertThat(indexQueue.sent())
                .containsExactlyInAnyOrder(changed(CatalogueKeys.pinsOf(CHAIR)), changed(CatalogueKeys.pinsOf(TABLE)));
        assertThat(pinIndex.images(null, 10)).hasSize(2);
        assertThat(update(indexQueue.sent().toArray(IndexMessage[]::new))).isEmpty();
        assertThat(pinIndex.images(null, 10)).isEmpty();
        assertThat(pins.ofImage(CHAIR)).isEmpty();
        assertThat(index.image(CHAIR).orElseThrow().annotations()).isEmpty();
    }

    @Test
    void update_withChangedBoardAndRefusedMessage_failsThatMessageAlone() {
        update(analyzed("a.jpg", 1, CHAIR));
        boards.create(aBoard(1));
        pins.create(aPin(1, 5));
        update(changed(CatalogueKeys.pinsOf(CHAIR)));
        indexQueue.refuse(0);

        assertThat(update(changed(CatalogueKeys.board(aBoard(1).id())), analyzed("b.jpg", 1, TABLE)))
                .containsExactly("0");

        assertThat(keys(TABLE)).containsExactly("b.jpg");
    }

    @Test
    void update_withSilentCatalogue_failsTheMessagesOfItsImage() {
        update(analyzed("a.jpg", 1, CHAIR));
        pins.becomeUnavailable();

        assertThat(update(changed(CatalogueKeys.pinsOf(CHAIR)), changed("notes/readme.txt")))
                .containsExactly("0");
    }

    private static CatalogueChanged changed(String key) {
        return new CatalogueChanged(key);
    }

    private Set<String> update(IndexMessage... messages) {
        Map<String, String> bodies = new LinkedHashMap<>();
        for (IndexMessage message : messages) {
            bodies.put(String.valueOf(bodies.size()), EventJson.write(message));
        }
        return update.update(ReceivedBodies.of(bodies));
    }

    private IndexUpdate updateOf(ImageIndex index) {
        FeatureLoader loader = new FeatureLoader(features, 2);
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        return new IndexUpdate(
                registry,
                new IndexReconciler(
                        registry, loader, index, new Catalogue(pins, boards, pinIndex, engagement, 1), clock),
                new BoardFanOut(pinIndex, indexQueue),
                new TombstonePurge(registry, clock, TOMBSTONE_AGE),
                SilentTelling.at(clock));
    }

    private List<String> keys(ImageSignature signature) {
        return index.image(signature).map(StoredImage::keys).orElse(List.of());
    }

    private Source source(String key) {
        return registry.find(version(key, 1).id()).orElseThrow();
    }

    private static IndexEvent analyzed(String key, int sequencer, ImageSignature signature) {
        return about(key, sequencer).withSignature(signature).analyzed();
    }

    private static IndexEventBuilder about(String key, int sequencer) {
        return anIndexEvent().withSource(version(key, sequencer));
    }

    private static SourceVersion version(String key, int sequencer) {
        return aSourceVersion()
                .withKey(key)
                .withSequencer("%04X".formatted(sequencer))
                .build();
    }
}
