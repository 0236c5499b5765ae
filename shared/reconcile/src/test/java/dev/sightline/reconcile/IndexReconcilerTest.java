package dev.sightline.reconcile;

import static dev.sightline.testkit.Fixtures.NOW;
import static dev.sightline.testkit.Fixtures.aFeatureRecord;
import static dev.sightline.testkit.Fixtures.aModelSet;
import static dev.sightline.testkit.Fixtures.aSignature;
import static dev.sightline.testkit.Fixtures.aSourceVersion;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IndexReconcilerTest {

    private static final ImageSignature CHAIR = aSignature(1);
    private static final ImageSignature TABLE = aSignature(2);

    private final InMemorySourceRegistry registry = new InMemorySourceRegistry();
    private final InMemoryFeatureStore features = new InMemoryFeatureStore();
    private final InMemoryVisualIndex index = new InMemoryVisualIndex();
    private final Queue<Source> interruptions = new ArrayDeque<>();
    private final InterruptedIndex interrupted = new InterruptedIndex(index, this::recordNext);
    private final IndexReconciler reconciler = new IndexReconciler(
            registry, new FeatureLoader(features, 2), interrupted, Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void analyzeBothImages() {
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
        interruptions.add(indexed("b.jpg", CHAIR));

        assertThat(reconciler.reconcile(Set.of(CHAIR))).isEmpty();

        assertThat(index.image(CHAIR).orElseThrow().keys()).containsExactly("a.jpg", "b.jpg");
        assertThat(interrupted.bulks()).isEqualTo(2);
    }

    @Test
    void reconcile_withLastSourceGoneMeanwhile_deletesWhatItWrote() {
        registry.record(indexed("a.jpg", CHAIR));
        interruptions.add(Source.removed(
                aSourceVersion().withKey("a.jpg").withSequencer("FF").build(), NOW));

        assertThat(reconciler.reconcile(Set.of(CHAIR))).isEmpty();

        assertThat(index.image(CHAIR)).isEmpty();
    }

    @Test
    void reconcile_withSourceThatAppearsWhileDeleting_writesIt() {
        interruptions.add(indexed("a.jpg", CHAIR));

        assertThat(reconciler.reconcile(Set.of(CHAIR))).isEmpty();

        assertThat(index.image(CHAIR).orElseThrow().keys()).containsExactly("a.jpg");
    }

    @Test
    void reconcile_withSourcesThatChangeEveryTime_givesUpAfterThreeRounds() {
        registry.record(indexed("a.jpg", CHAIR));
        for (String key : new String[] {"b.jpg", "c.jpg", "d.jpg", "e.jpg"}) {
            interruptions.add(indexed(key, CHAIR));
        }

        Map<ImageSignature, SightlineException> failures = reconciler.reconcile(Set.of(CHAIR));

        assertThat(failures).containsOnlyKeys(CHAIR);
        assertThat(failures.values()).extracting(SightlineException::code).containsExactly(ErrorCode.INDEX_UNAVAILABLE);
        assertThat(interrupted.bulks()).isEqualTo(3);
    }

    private void recordNext() {
        Source next = interruptions.poll();
        if (next != null) {
            registry.record(next);
        }
    }

    private static Source indexed(String key, ImageSignature signature) {
        return Source.indexed(
                aSourceVersion().withKey(key).withSequencer("01").build(),
                signature,
                aModelSet().id(),
                NOW);
    }
}
