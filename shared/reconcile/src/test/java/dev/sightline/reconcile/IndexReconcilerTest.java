package dev.sightline.reconcile;

import static dev.sightline.testkit.Fixtures.NOW;
import static dev.sightline.testkit.Fixtures.aBoard;
import static dev.sightline.testkit.Fixtures.aFeatureRecord;
import static dev.sightline.testkit.Fixtures.aModelSet;
import static dev.sightline.testkit.Fixtures.aPin;
import static dev.sightline.testkit.Fixtures.aSignature;
import static dev.sightline.testkit.Fixtures.aSourceVersion;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.engagement.EngagementCounts;
import dev.sightline.engagement.EngagementRates;
import dev.sightline.engagement.PairCounts;
import dev.sightline.events.BoardRecord;
import dev.sightline.events.PinRecord;
import dev.sightline.index.ImageIndex;
import dev.sightline.index.ImageText;
import dev.sightline.index.ImageTexts;
import dev.sightline.index.IndexGeneration;
import dev.sightline.index.IndexedImage;
import dev.sightline.index.Source;
import dev.sightline.index.StoredImage;
import dev.sightline.index.TextAnnotation;
import dev.sightline.testkit.InMemoryBoardStore;
import dev.sightline.testkit.InMemoryEngagementIndex;
import dev.sightline.testkit.InMemoryFeatureStore;
import dev.sightline.testkit.InMemoryPinIndex;
import dev.sightline.testkit.InMemoryPinStore;
import dev.sightline.testkit.InMemorySourceRegistry;
import dev.sightline.testkit.InMemoryVisualIndex;
import dev.sightline.testkit.InterruptedIndex;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.SightlineException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IndexReconcilerTest {

    private static final ImageSignature CHAIR = aSignature(1);
    private static final ImageSignature TABLE = aSignature(2);

    private final InMemorySourceRegistry registry = new InMemorySourceRegistry();
    private final InMemoryFeatureStore features = new InMemoryFeatureStore();
    private final InMemoryVisualIndex index = new InMemoryVisualIndex();
    private final Queue<Runnable> interruptions = new ArrayDeque<>();
    private final InterruptedIndex interrupted = new InterruptedIndex(index, this::interruptNext);
    private final InMemoryPinStore pins = new InMemoryPinStore();
    private final InMemoryBoardStore boards = new InMemoryBoardStore();
    private final InMemoryPinIndex pinIndex = new InMemoryPinIndex();
    private final InMemoryEngagementIndex engagement = new InMemoryEngagementIndex();
    private final Catalogue catalogue = new Catalogue(pins, boards, pinIndex, engagement, 2);
    private final IndexReconciler reconciler = new IndexReconciler(
            registry, new FeatureLoader(features, 2), interrupted, catalogue, Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void analyzeBothImages() {
        index.serve(index.open(aModelSet()));
        features.save(aFeatureRecord().withSignature(CHAIR).build());
        features.save(aFeatureRecord().withSignature(TABLE).build());
    }

    @Test
    void reconcile_withSeveralImages_writesThemInOneBulk() {
        registry.record(indexed("a.jpg", CHAIR));
        registry.record(indexed("b.jpg", TABLE));

        assertThat(reconciler.reconcile(Set.of(CHAIR, TABLE))).isEmpty();

        assertThat(index.sizes().images()).isEqualTo(2);
        assertThat(interrupted.bulks()).isEqualTo(1);
    }

    @Test
    void reconcile_withNothing_touchesNothing() {
        registry.becomeUnavailable();

        assertThat(reconciler.reconcile(Set.of())).isEmpty();
        assertThat(interrupted.bulks()).isZero();
    }

    @Test
    void reconcile_withSourceThatAppearsMeanwhile_writesAgain() {
        registry.record(indexed("a.jpg", CHAIR));
        interruptions.add(recorded(indexed("b.jpg", CHAIR)));

        assertThat(reconciler.reconcile(Set.of(CHAIR))).isEmpty();

        assertThat(index.image(CHAIR).orElseThrow().keys()).containsExactly("a.jpg", "b.jpg");
        assertThat(interrupted.bulks()).isEqualTo(2);
    }

    @Test
    void reconcile_withLastSourceGoneMeanwhile_deletesWhatItWrote() {
        registry.record(indexed("a.jpg", CHAIR));
        interruptions.add(recorded(Source.removed(
                aSourceVersion().withKey("a.jpg").withSequencer("FF").build(), NOW)));

        assertThat(reconciler.reconcile(Set.of(CHAIR))).isEmpty();

        assertThat(index.image(CHAIR)).isEmpty();
    }

    @Test
    void reconcile_withSourceThatAppearsWhileDeleting_writesIt() {
        interruptions.add(recorded(indexed("a.jpg", CHAIR)));

        assertThat(reconciler.reconcile(Set.of(CHAIR))).isEmpty();

        assertThat(index.image(CHAIR).orElseThrow().keys()).containsExactly("a.jpg");
    }

    @Test
    void reconcile_withSourcesThatChangeEveryTime_givesUpAfterThreeRounds() {
        registry.record(indexed("a.jpg", CHAIR));
        for (String key : new String[] {"b.jpg", "c.jpg", "d.jpg", "e.jpg"}) {
            interruptions.add(recorded(indexed(key, CHAIR)));
        }

        Map<ImageSignature, SightlineException> failures = reconciler.reconcile(Set.of(CHAIR));

        assertThat(failures).containsOnlyKeys(CHAIR);
        assertThat(failures.values()).extracting(SightlineException::code).containsExactly(ErrorCode.INDEX_UNAVAILABLE);
        assertThat(interrupted.bulks()).isEqualTo(3);
    }

    @Test
    void reconcile_withGenerationThatAppearsMeanwhile_writesIntoItToo() {
        registry.record(indexed("a.jpg", CHAIR));
        OpenedAfterTheWrite opening = new OpenedAfterTheWrite();

        assertThat(new IndexReconciler(
                                registry,
                                new FeatureLoader(features, 2),
                                opening,
                                catalogue,
                                Clock.fixed(NOW, ZoneOffset.UTC))
                        .reconcile(Set.of(CHAIR)))
                .isEmpty();

        assertThat(opening.generation).isNotNull();
        assertThat(index.open(Objects.requireNonNull(opening.generation)).image(CHAIR))
                .isPresent();
    }

    @Test
    void reconcile_withModelSetThatGetsItsFirstGenerationMeanwhile_writesItsRecordToo() {
        registry.record(indexed("a.jpg", CHAIR));
        features.save(aFeatureRecord()
                .withSignature(CHAIR)
                .withModelSet(aModelSet("2"))
                .build());
        interruptions.add(() -> index.open(aModelSet("2")));

        assertThat(reconciler.reconcile(Set.of(CHAIR))).isEmpty();

        IndexGeneration first = new IndexGeneration(aModelSet("2").id(), 1);
        assertThat(index.open(first).image(CHAIR)).isPresent();
        assertThat(interrupted.bulks()).isEqualTo(2);
    }

    @Test
    void reconcile_withoutRecordOfAModelSetThatNoSourceNames_skipsIt() {
        registry.record(indexed("a.jpg", CHAIR));
        IndexGeneration other = index.open(aModelSet("2"));

        assertThat(reconciler.reconcile(Set.of(CHAIR))).isEmpty();

        assertThat(index.image(CHAIR)).isPresent();
        assertThat(index.open(other).image(CHAIR)).isEmpty();
    }

    @Test
    void reconcile_withPins_showsThemAndSumsUpTheirWords() {
        registry.record(indexed("a.jpg", CHAIR));
        boards.create(aBoard(1));
        pins.create(pin(5, "Old chairs", 1));
        pins.create(pin(6, "old chair", 1));

        assertThat(reconciler.reconcile(Set.of(CHAIR))).isEmpty();

        assertThat(pinIndex.ofImages(Set.of(CHAIR)).get(CHAIR)).hasSize(2);
        StoredImage image = index.image(CHAIR).orElseThrow();
        assertThat(image.annotations()).contains(new TextAnnotation("old", 2, 2 / 3.0));
        assertThat(image.texts()).contains(new ImageText("old chair", "Board 1", ""));
    }

    @Test
    void reconcile_afterTheLastPinWent_leavesNothingOfIt() {
        registry.record(indexed("chairs/a.jpg", CHAIR));
        boards.create(aBoard(1));
        PinRecord pin = pin(5, "Bauhaus", 1);
        pins.create(pin);
        reconciler.reconcile(Set.of(CHAIR));

        pins.delete(pin.id());
        assertThat(reconciler.reconcile(Set.of(CHAIR))).isEmpty();

        assertThat(pinIndex.find(pin.id())).isEmpty();
        assertThat(pinIndex.images(null, 10)).isEmpty();
        assertThat(index.image(CHAIR).orElseThrow().written()).isEqualTo(ImageTexts.ofKeys(List.of("chairs/a.jpg")));
    }

    @Test
    void reconcile_afterTheBoardWent_deletesItsPins_andLeavesNothingOfThem() {
        registry.record(indexed("a.jpg", CHAIR));
        boards.create(aBoard(1));
        boards.create(aBoard(2));
        PinRecord orphan = pin(5, "Bauhaus", 1);
        PinRecord other = pin(6, "", 2);
        pins.create(orphan);
        pins.create(other);
        reconciler.reconcile(Set.of(CHAIR));

        boards.delete(aBoard(1).id());
        assertThat(reconciler.reconcile(Set.of(CHAIR))).isEmpty();

        assertThat(pins.ofImage(CHAIR)).containsExactly(other);
        assertThat(pinIndex.ofImages(Set.of(CHAIR))).isEqualTo(Map.of(CHAIR, List.of(other)));
        assertThat(pinIndex.imagesOfBoard(aBoard(1).id(), null, 10)).isEmpty();
        assertThat(index.image(CHAIR).orElseThrow().annotations())
                .extracting(TextAnnotation::text)
                .doesNotContain("bauhaus");
    }

    /** Its pins are what people said: they stay in S3, and are in no view until the image is back. */
    @Test
    void reconcile_afterTheImageWent_leavesItsPinsInS3Only_andBringsThemBackWithIt() {
        registry.record(indexed("a.jpg", CHAIR));
        boards.create(aBoard(1));
        PinRecord pin = pin(5, "Bauhaus", 1);
        pins.create(pin);
        reconciler.reconcile(Set.of(CHAIR));
        engagement.replaceAll(
                List.of(
                        new PairCounts(CHAIR, TABLE, EngagementCounts.NONE),
                        new PairCounts(TABLE, CHAIR, EngagementCounts.NONE)),
                Map.of(CHAIR, EngagementCounts.NONE),
                EngagementRates.NONE);

        registry.record(Source.removed(
                aSourceVersion().withKey("a.jpg").withSequencer("0B").build(), NOW));
        assertThat(reconciler.reconcile(Set.of(CHAIR))).isEmpty();

        assertThat(index.image(CHAIR)).isEmpty();
        assertThat(pinIndex.images(null, 10)).isEmpty();
        assertThat(engagement.images(Set.of(CHAIR))).isEmpty();
        assertThat(engagement.winners(CHAIR, 10)).isEmpty();
        assertThat(engagement.winners(TABLE, 10)).isEmpty();
        assertThat(pins.ofImage(CHAIR)).containsExactly(pin);

        registry.record(indexed("b.jpg", CHAIR));
        assertThat(reconciler.reconcile(Set.of(CHAIR))).isEmpty();
        assertThat(pinIndex.find(pin.id())).contains(pin);
    }

    @Test
    void reconcile_withPinThatComesDuringTheWrite_showsItInTheSecondRound() {
        registry.record(indexed("a.jpg", CHAIR));
        boards.create(aBoard(1));
        interruptions.add(() -> pins.create(pin(5, "Bauhaus", 1)));

        assertThat(reconciler.reconcile(Set.of(CHAIR))).isEmpty();

        assertThat(interrupted.bulks()).isEqualTo(2);
        assertThat(pinIndex.images(null, 10)).containsExactly(CHAIR);
    }

    @Test
    void reconcile_withBoardRenamedDuringTheWrite_takesTheNewName() {
        registry.record(indexed("a.jpg", CHAIR));
        boards.create(aBoard(1));
        pins.create(pin(5, "", 1));
        interruptions.add(() -> {
            boards.delete(aBoard(1).id());
            boards.create(new BoardRecord(aBoard(1).id(), "Kitchens", "", NOW, NOW));
        });

        assertThat(reconciler.reconcile(Set.of(CHAIR))).isEmpty();

        assertThat(index.image(CHAIR).orElseThrow().annotations())
                .containsExactly(new TextAnnotation("kitchens", 1, 0.5));
    }

    @Test
    void reconcile_withSilentCatalogue_failsLiveImagesOnly() {
        registry.record(indexed("a.jpg", CHAIR));
        pins.becomeUnavailable();

        Map<ImageSignature, SightlineException> failures = reconciler.reconcile(Set.of(CHAIR, TABLE));

        assertThat(failures).containsOnlyKeys(CHAIR);
        assertThat(failures.get(CHAIR)).isNotNull();
        assertThat(index.image(CHAIR)).isEmpty();
    }

    @Test
    void reconcile_withRefusedPins_givesTheImageBack() {
        registry.record(indexed("a.jpg", CHAIR));
        registry.record(indexed("b.jpg", TABLE));
        pinIndex.refuse(CHAIR);

        assertThat(reconciler.reconcile(Set.of(CHAIR, TABLE))).containsOnlyKeys(CHAIR);
    }

    private static PinRecord pin(int seed, String title, int board) {
        PinRecord pin = aPin(1, seed);
        return new PinRecord(pin.id(), aBoard(board).id(), title, "", "", NOW.plusSeconds(seed), NOW.plusSeconds(seed));
    }

    @Test
    void reconcile_withoutRecordOfTheModelSetThatItsSourceNames_fails() {
        registry.record(indexed("a.jpg", aSignature(3)));

        assertThat(reconciler.reconcile(Set.of(aSignature(3)))).containsOnlyKeys(aSignature(3));
    }

    private void interruptNext() {
        Runnable next = interruptions.poll();
        if (next != null) {
            next.run();
        }
    }

    private Runnable recorded(Source source) {
        return () -> registry.record(source);
    }

    private static Source indexed(String key, ImageSignature signature) {
        return Source.indexed(
                aSourceVersion().withKey(key).withSequencer("01").build(),
                signature,
                aModelSet().id(),
                NOW);
    }

    /** A generation is opened right after the first write, so that this write has missed it. */
    private final class OpenedAfterTheWrite implements ImageIndex {

        private @Nullable IndexGeneration generation;

        @Override
        public Map<ImageSignature, SightlineException> write(List<IndexedImage> images) {
            Map<ImageSignature, SightlineException> failures = index.write(images);
            if (generation == null) {
                generation = index.open(aModelSet());
            }
            return failures;
        }

        @Override
        public Map<ImageSignature, SightlineException> delete(Set<ImageSignature> signatures) {
            return index.delete(signatures);
        }

        @Override
        public Set<IndexGeneration> generations() {
            return index.generations();
        }
    }
}
