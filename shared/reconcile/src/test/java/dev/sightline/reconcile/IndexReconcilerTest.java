package dev.sightline.reconcile;

import static dev.sightline.testkit.Fixtures.NOW;
import static dev.sightline.testkit.Fixtures.aFeatureRecord;
import static dev.sightline.testkit.Fixtures.aModelSet;
import static dev.sightline.testkit.Fixtures.aSignature;
import static dev.sightline.testkit.Fixtures.aSourceVersion;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.index.ImageIndex;
import dev.sightline.index.IndexGeneration;
import dev.sightline.index.IndexedImage;
import dev.sightline.index.Source;
import dev.sightline.testkit.InMemoryFeatureStore;
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
    private final IndexReconciler reconciler = new IndexReconciler(
            registry, new FeatureLoader(features, 2), interrupted, Clock.fixed(NOW, ZoneOffset.UTC));

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
                                registry, new FeatureLoader(features, 2), opening, Clock.fixed(NOW, ZoneOffset.UTC))
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
