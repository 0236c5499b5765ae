package dev.sightline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sightline.index.ImageIndex;
import dev.sightline.index.IndexGeneration;
import dev.sightline.index.IndexGenerations;
import dev.sightline.index.IndexedImage;
import dev.sightline.index.SearchFilter;
import dev.sightline.index.SearchView;
import dev.sightline.index.TextSearch;
import dev.sightline.index.VisualSearcher;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.Label;
import dev.sightline.visual.ModelSet;
import dev.sightline.visual.SightlineException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link IndexGenerations} does, together with the {@link ImageIndex} and the {@link VisualSearcher} of the same index. */
public abstract class IndexGenerationsContract {

    private static final ModelSet ONE = Fixtures.aModelSet();
    private static final ModelSet TWO = Fixtures.aModelSet("2");
    private static final IndexGeneration ONE_1 = new IndexGeneration(ONE.id(), 1);
    private static final IndexGeneration ONE_2 = new IndexGeneration(ONE.id(), 2);
    private static final IndexGeneration TWO_1 = new IndexGeneration(TWO.id(), 1);

    /** The generations under test, none at the start of a test; the same ones throughout a test. */
    protected abstract IndexGenerations generations();

    /** Writes to them; another instance at each call. */
    protected abstract ImageIndex index();

    /** Reads them. */
    protected abstract VisualSearcher searcher();

    /** Makes everything written so far visible to searches. */
    protected abstract void catchUp();

    @Test
    void layout_ofNothing_isEmpty() {
        assertThat(generations().layout().generations()).isEmpty();
        assertThat(generations().layout().answering()).isEmpty();
        assertThat(generations().layout().servedOf()).isEmpty();
        assertThat(index().generations()).isEmpty();
        assertThat(searcher().open().generation()).isEmpty();
    }

    @Test
    void write_first_makesTheFirstGenerationAndServesIt() {
        write(1, ONE);

        assertThat(generations().layout().generations()).containsExactly(ONE_1);
        assertThat(generations().layout().answering()).contains(ONE_1);
        assertThat(generations().layout().servedOf(ONE.id())).contains(ONE_1);
        assertThat(searcher().open().generation()).contains(ONE_1);
    }

    @Test
    void write_ofSecondModelSet_makesItsFirstGenerationAndServesItForThatModelSetOnly() {
        write(1, ONE);
        write(1, TWO);

        assertThat(index().generations()).containsExactlyInAnyOrder(ONE_1, TWO_1);
        assertThat(generations().layout().answering()).contains(ONE_1);
        assertThat(generations().layout().servedOf(TWO.id())).contains(TWO_1);
    }

    @Test
    void open_makesAnEmptyGenerationThatIsNotServed() {
        write(1, ONE);

        assertThat(generations().open(ONE)).isEqualTo(ONE_2);

        assertThat(generations().layout().generations()).containsExactly(ONE_1, ONE_2);
        assertThat(generations().layout().answering()).contains(ONE_1);
        assertThat(generations().layout().servedOf(ONE.id())).contains(ONE_1);
        assertThat(searcher().open(ONE_2).sizes()).isEqualTo(new SearchView.Sizes(0, 0));
    }

    @Test
    void open_ofModelSetWithoutAny_isTheOneToServeOfIt() {
        assertThat(generations().open(ONE)).isEqualTo(ONE_1);

        assertThat(generations().layout().answering()).isEmpty();
        assertThat(generations().layout().servedOf(ONE.id())).contains(ONE_1);
    }

    @Test
    void write_withSeveralGenerations_writesToEachOfItsModelSet() {
        write(1, ONE);
        generations().open(ONE);
        generations().open(TWO);
        write(2, ONE);

        assertThat(searcher().open(ONE_1).sizes().images()).isEqualTo(2);
        assertThat(searcher().open(ONE_2).sizes().images()).isEqualTo(1);
        assertThat(searcher().open(ONE_2).objects(Fixtures.aSignature(2))).isNotEmpty();
        assertThat(searcher().open(TWO_1).sizes().images()).isZero();
    }

    @Test
    void write_underAModelSetThatWasGivenUp_doesNotTakeItUpAgain() {
        write(1, ONE);
        generations().serve(generations().open(TWO));
        generations().drop(ONE_1);

        assertThat(index().write(List.of(image(1, ONE), image(1, TWO), image(2, TWO))))
                .isEmpty();
        catchUp();

        assertThat(index().generations()).containsExactly(TWO_1);
        assertThat(searcher().open(TWO_1).sizes().images()).isEqualTo(2);
    }

    @Test
    void write_underAFurtherModelSetOnly_takesItUp() {
        write(1, TWO);

        assertThat(index().write(List.of(image(1, TWO), image(2, ONE)))).isEmpty();
        catchUp();

        assertThat(index().generations()).containsExactlyInAnyOrder(ONE_1, TWO_1);
        assertThat(searcher().open(ONE_1).sizes().images()).isEqualTo(1);
    }

    @Test
    void delete_deletesFromEveryGenerationOfEveryModelSet() {
        generations().open(ONE);
        generations().open(ONE);
        generations().open(TWO);
        write(1, ONE);
        write(1, TWO);

        assertThat(index().delete(Set.of(Fixtures.aSignature(1)))).isEmpty();
        catchUp();

        for (IndexGeneration generation : List.of(ONE_1, ONE_2, TWO_1)) {
            assertThat(searcher().open(generation).sizes()).isEqualTo(new SearchView.Sizes(0, 0));
        }
    }

    @Test
    void serve_swapsForNewViewsOnly() {
        write(1, ONE);
        generations().open(ONE);
        SearchView before = searcher().open();

        generations().serve(ONE_2);

        assertThat(generations().layout().answering()).contains(ONE_2);
        assertThat(generations().layout().servedOf(ONE.id())).contains(ONE_2);
        assertThat(searcher().open().generation()).contains(ONE_2);
        assertThat(searcher().open().image(Fixtures.aSignature(1))).isEmpty();
        assertThat(before.generation()).contains(ONE_1);
        assertThat(before.image(Fixtures.aSignature(1))).isPresent();
        assertThat(before.sizes().images()).isOne();
    }

    @Test
    void serve_againAndBack_isHarmless() {
        write(1, ONE);
        generations().open(ONE);
        generations().serve(ONE_2);
        generations().serve(ONE_2);
        generations().serve(ONE_1);

        assertThat(generations().layout().answering()).contains(ONE_1);
        assertThat(generations().layout().servedOf(ONE.id())).contains(ONE_1);
        assertThat(generations().layout().generations()).containsExactly(ONE_1, ONE_2);
    }

    @Test
    void serve_ofAnotherModelSet_keepsWhichOneToReturnTo() {
        write(1, ONE);
        generations().open(ONE);
        generations().serve(ONE_2);
        generations().open(TWO);
        generations().serve(TWO_1);

        assertThat(searcher().open().modelSet()).contains(TWO.id());
        assertThat(generations().layout().servedOf(ONE.id())).contains(ONE_2);
    }

    @Test
    void serve_whileNoneIs_serves() {
        generations().open(ONE);

        generations().serve(ONE_1);

        assertThat(generations().layout().answering()).contains(ONE_1);
    }

    @Test
    void serve_ofWhatIsNotThere_isRefused() {
        write(1, ONE);

        assertThat(refusal(() -> generations().serve(ONE_2))).isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(generations().layout().answering()).contains(ONE_1);
    }

    @Test
    void drop_deletesOneGeneration() {
        write(1, ONE);
        generations().open(ONE);
        SearchView dropped = searcher().open(ONE_2);

        generations().drop(ONE_2);
        generations().drop(ONE_2);
        write(2, ONE);

        assertThat(generations().layout().generations()).containsExactly(ONE_1);
        assertThat(searcher().open().sizes().images()).isEqualTo(2);
        assertThat(refusal(dropped::sizes)).isEqualTo(ErrorCode.INDEX_UNAVAILABLE);
        assertThat(refusal(() -> dropped.image(Fixtures.aSignature(1)))).isEqualTo(ErrorCode.INDEX_UNAVAILABLE);
        assertThat(refusal(() -> dropped.images(Set.of(Fixtures.aSignature(1)))))
                .isEqualTo(ErrorCode.INDEX_UNAVAILABLE);
        TextSearch search = new TextSearch(List.of(new Label("chair", 1)), List.of(), 1, Set.of(), SearchFilter.NONE);
        assertThat(refusal(() -> dropped.matching(search))).isEqualTo(ErrorCode.INDEX_UNAVAILABLE);
    }

    @Test
    void drop_ofTheServedOne_isRefused() {
        write(1, ONE);

        assertThat(refusal(() -> generations().drop(ONE_1))).isEqualTo(ErrorCode.INVALID_REQUEST);
        assertThat(generations().layout().generations()).containsExactly(ONE_1);
    }

    @Test
    void open_afterADrop_countsOnFromTheHighestThatIsThere() {
        generations().open(ONE);
        generations().open(ONE);
        generations().drop(ONE_1);

        assertThat(generations().open(ONE)).isEqualTo(new IndexGeneration(ONE.id(), 3));
        assertThat(generations().layout().generations()).doesNotContain(ONE_1);
    }

    @Test
    void open_bySeveralAtOnce_givesEachItsOwn() {
        List<IndexGeneration> opened = atOnce(IntStream.range(0, 4)
                .mapToObj(i -> (Step<IndexGeneration>) () -> generations().open(ONE))
                .toList());

        assertThat(opened).doesNotHaveDuplicates();
        assertThat(generations().layout().generations()).containsExactlyInAnyOrderElementsOf(opened);
    }

    @Test
    void write_firstOfSeveralModelSetsAtOnce_servesOneOfThem() {
        List<ModelSet> modelSets = IntStream.range(1, 5)
                .mapToObj(i -> Fixtures.aModelSet("race-" + i))
                .toList();

        atOnce(modelSets.stream()
                .map(modelSet -> (Step<Object>) () -> index().write(List.of(image(1, modelSet))))
                .toList());
        IndexGeneration served = generations().layout().answering().orElseThrow();
        modelSets.forEach(modelSet -> write(2, modelSet));

        assertThat(generations().layout().generations()).hasSize(4);
        assertThat(generations().layout().answering()).contains(served);
        assertThat(searcher().open().sizes().images()).isEqualTo(2);
    }

    private interface Step<T> {
        T run();
    }

    private static <T> List<T> atOnce(List<Step<T>> steps) {
        try (ExecutorService threads = Executors.newFixedThreadPool(steps.size())) {
            List<CompletableFuture<T>> running = steps.stream()
                    .map(step -> CompletableFuture.supplyAsync(step::run, threads))
                    .toList();
            return running.stream().map(CompletableFuture::join).toList();
        }
    }

    private static ErrorCode refusal(Runnable refused) {
        return catchThrowableOfType(SightlineException.class, refused::run).code();
    }

    private void write(long seed, ModelSet modelSet) {
        assertThat(index().write(List.of(image(seed, modelSet)))).isEmpty();
        catchUp();
    }

    private static IndexedImage image(long seed, ModelSet modelSet) {
        ImageSignature signature = Fixtures.aSignature(seed);
        return new IndexedImage(
                Fixtures.aFeatureRecord()
                        .withSignature(signature)
                        .withModelSet(modelSet)
                        .build(),
                List.of("a.jpg"),
                Fixtures.NOW);
    }
}
