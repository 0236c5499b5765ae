package dev.sightline.local.operate;

import static dev.sightline.testkit.Fixtures.NOW;
import static dev.sightline.testkit.Fixtures.aFeatureRecord;
import static dev.sightline.testkit.Fixtures.aModelSet;
import static dev.sightline.testkit.Fixtures.aSignature;
import static dev.sightline.testkit.Fixtures.aSourceVersion;
import static dev.sightline.testkit.Fixtures.anEmbedding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.index.IndexGeneration;
import dev.sightline.index.IndexedImage;
import dev.sightline.index.SearchView;
import dev.sightline.index.Source;
import dev.sightline.local.terminal.LauncherException;
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
import dev.sightline.testkit.InterruptedIndex;
import dev.sightline.visual.Binarizer;
import dev.sightline.visual.DenseEmbedding;
import dev.sightline.visual.Embedding;
import dev.sightline.visual.ImageSignature;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RebuildIndexTest {

    private static final int IMAGES = 30;
    private static final RebuildPlan PLAN = new RebuildPlan(20, 0.97, 1);
    private static final IndexGeneration FIRST = new IndexGeneration(aModelSet().id(), 1);
    private static final IndexGeneration SECOND =
            new IndexGeneration(aModelSet().id(), 2);
    private static final IndexGeneration THIRD = new IndexGeneration(aModelSet().id(), 3);

    private final InMemorySourceRegistry registry = new InMemorySourceRegistry();
    private final InMemoryFeatureStore features = new InMemoryFeatureStore();
    private final InMemoryVisualIndex index = new InMemoryVisualIndex();
    private final InMemoryPinStore pins = new InMemoryPinStore();
    private final InMemoryBoardStore boards = new InMemoryBoardStore();
    private final Catalogue catalogue =
            new Catalogue(pins, boards, new InMemoryPinIndex(), new InMemoryEngagementIndex(), 2);
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final SteppingPacer pacer = new SteppingPacer();
    private final List<String> notes = new ArrayList<>();
    private Runnable meanwhile = () -> {};

    @Test
    void rebuild_servesAnEqualGenerationAndKeepsTheFormerOne() {
        uploadAll();

        assertThat(rebuild(PLAN)).isTrue();

        assertThat(index.layout().answering()).contains(SECOND);
        assertThat(index.layout().generations()).containsExactly(FIRST, SECOND);
        assertThat(index.probe(SECOND).contents(null, 1000))
                .isEqualTo(index.probe(FIRST).contents(null, 1000))
                .hasSize(IMAGES);
        assertThat(notes)
                .contains("same first ten results, in the same order, for 20 of 20 images asked for")
                .contains("kept generation %s for --rollback".formatted(FIRST));
    }

    @Test
    void rebuild_again_dropsAllButTheGenerationBefore() {
        uploadAll();

        assertThat(rebuild(PLAN)).isTrue();
        assertThat(rebuild(PLAN)).isTrue();

        assertThat(index.layout().answering()).contains(THIRD);
        assertThat(index.layout().generations()).containsExactly(SECOND, THIRD);
        assertThat(notes).contains("dropped generation " + FIRST);
    }

    @Test
    void rebuild_keepingNone_dropsTheFormerOneOnceNoQueryCanLookAtIt() {
        uploadAll();

        assertThat(rebuild(new RebuildPlan(20, 0.97, 0))).isTrue();

        assertThat(index.layout().generations()).containsExactly(SECOND);
        assertThat(pacer.passed()).isGreaterThanOrEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void rebuild_whileImagesComeAndGo_hasThemAll() {
        uploadAll();
        meanwhile = () -> {
            meanwhile = () -> {};
            upload(100, anEmbedding(100));
            remove(1);
        };

        assertThat(rebuild(PLAN)).isTrue();

        assertThat(index.layout().answering()).contains(SECOND);
        assertThat(index.image(aSignature(100))).isPresent();
        assertThat(index.image(aSignature(1))).isEmpty();
        assertThat(index.sizes().images()).isEqualTo(IMAGES);
    }

    @Test
    void rebuild_ofVanishedIndex_restoresIt() {
        uploadAll();
        SearchView.Sizes before = index.sizes();
        index.vanish();

        assertThat(rebuild(PLAN)).isTrue();

        assertThat(index.layout().answering()).contains(FIRST);
        assertThat(index.sizes()).isEqualTo(before);
    }

    @Test
    void rebuild_withoutRecordOfALiveImage_isRefusedAndNamesIt() {
        uploadAll();
        registry.record(indexed(200, "01"));

        assertThat(rebuild(PLAN)).isFalse();

        assertThat(index.layout().answering()).contains(FIRST);
        assertThat(index.layout().generations()).containsExactly(FIRST);
        assertThat(notes)
                .anyMatch(note -> note.startsWith(aSignature(200) + ": expected the feature record"))
                .contains("1 live images have no feature record: have them analyzed again by reconcile --repair");
    }

    @Test
    void rebuild_withImageThatIsNotTaken_isRefusedAndNamesIt() {
        uploadAll();
        index.refuse(aSignature(3));

        assertThat(rebuild(PLAN)).isFalse();

        assertThat(index.layout().answering()).contains(FIRST);
        assertThat(notes).anyMatch(note -> note.startsWith(aSignature(3) + ": the fake index was told to refuse"));
    }

    @Test
    void rebuild_withTooLittleRecall_isRefused() {
        Random random = new Random(1);
        for (int seed = 1; seed <= 160; seed++) {
            upload(seed, withCodeThatSaysNothing(random));
        }

        assertThat(rebuild(PLAN)).isFalse();

        assertThat(index.layout().answering()).contains(FIRST);
        assertThat(notes).anyMatch(note -> note.startsWith("recall@10 of 20 images asked for: 0."));
    }

    @Test
    void rebuild_withOtherAnswersThanBefore_isRefused() {
        uploadAll();
        // By hand, and only in the served generation: what no feature record says.
        Embedding other = anEmbedding(500);
        index.write(List.of(new IndexedImage(
                aFeatureRecord()
                        .withSignature(aSignature(300))
                        .withEmbedding(other)
                        .build(),
                List.of("x.jpg"),
                NOW)));

        assertThat(rebuild(new RebuildPlan(IMAGES, 0.97, 1))).isFalse();

        assertThat(index.layout().answering()).contains(FIRST);
        assertThat(notes).anyMatch(note -> note.startsWith("other first ten results than before for image"));
    }

    @Test
    void rebuild_afterAnInterruptedOne_dropsWhatThatLeft() {
        uploadAll();
        index.open(aModelSet());

        assertThat(rebuild(PLAN)).isTrue();

        assertThat(notes).contains("dropped generation %s, which an earlier run left unserved".formatted(SECOND));
        assertThat(index.layout().generations()).containsExactly(FIRST, SECOND);
    }

    @Test
    void rebuild_withoutAnyImage_isRefused() {
        assertThatThrownBy(() -> rebuild(PLAN)).isInstanceOf(LauncherException.class);
        assertThat(index.layout().generations()).isEmpty();
    }

    @Test
    void rollback_servesTheGenerationBefore_withWhatCameSince() {
        uploadAll();
        rebuild(PLAN);
        upload(100, anEmbedding(100));

        assertThat(operation().rollback()).isTrue();

        assertThat(index.layout().answering()).contains(FIRST);
        assertThat(index.image(aSignature(100))).isPresent();
        assertThatThrownBy(() -> operation().rollback())
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("there is none");
        assertThat(rebuild(PLAN)).isTrue();
        assertThat(index.layout().generations()).containsExactly(FIRST, SECOND);
    }

    @Test
    void rollback_toAGenerationThatLacksAnImageForGood_isRefused() {
        uploadAll();
        rebuild(PLAN);
        index.serve(index.open(aModelSet()));
        index.refuse(aSignature(5));
        index.drop(FIRST);
        index.drop(SECOND);
        IndexGeneration empty = index.open(aModelSet());
        index.serve(empty);

        assertThat(operation().rollback()).isFalse();

        assertThat(index.layout().answering()).contains(empty);
        assertThat(notes).anyMatch(note -> note.startsWith(aSignature(5).toString()));
    }

    private boolean rebuild(RebuildPlan plan) {
        return operation().rebuild(plan);
    }

    private RebuildIndex operation() {
        var interrupted = new InterruptedIndex(index, () -> meanwhile.run());
        var parts = new RebuildParts(registry, features, catalogue, interrupted, index, index, index::probe);
        return new RebuildIndex(parts, clock, pacer, new RebuildWatcher() {
            @Override
            public void note(String line) {
                notes.add(line);
            }

            @Override
            public void progress(String line) {}
        });
    }

    private void uploadAll() {
        for (int seed = 1; seed <= IMAGES; seed++) {
            upload(seed, anEmbedding(seed));
        }
    }

    private void upload(int seed, Embedding embedding) {
        features.save(aFeatureRecord()
                .withSignature(aSignature(seed))
                .withEmbedding(embedding)
                .build());
        registry.record(indexed(seed, "01"));
        reconcile(aSignature(seed));
    }

    private void remove(int seed) {
        registry.record(Source.removed(
                aSourceVersion().withKey(key(seed)).withSequencer("FF").build(), NOW));
        reconcile(aSignature(seed));
    }

    /** What the indexer does at each event. */
    private void reconcile(ImageSignature signature) {
        new IndexReconciler(registry, new FeatureLoader(features, 2), index, catalogue, clock)
                .reconcile(Set.of(signature));
    }

    private static Source indexed(int seed, String sequencer) {
        return indexed(seed, sequencer, seed);
    }

    private static Source indexed(int seed, String sequencer, int image) {
        return Source.indexed(
                aSourceVersion().withKey(key(seed)).withSequencer(sequencer).build(),
                aSignature(image),
                aModelSet().id(),
                NOW);
    }

    private static String key(int seed) {
        return "image-%d.jpg".formatted(seed);
    }

    private static Embedding withCodeThatSaysNothing(Random random) {
        float[] raw = new float[Fixtures.DIMENSIONS];
        for (int d = 0; d < raw.length; d++) {
            raw[d] = random.nextFloat() + 0.01f;
        }
        return new Embedding(
                DenseEmbedding.normalized(raw),
                Binarizer.zero(Fixtures.DIMENSIONS).binarize(raw));
    }
}
