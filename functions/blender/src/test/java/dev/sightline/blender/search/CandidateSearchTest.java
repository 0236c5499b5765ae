package dev.sightline.blender.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.blender.Corpus;
import dev.sightline.blender.EmptyViews;
import dev.sightline.blender.QueryContexts;
import dev.sightline.blender.receive.Limit;
import dev.sightline.blender.receive.Refinement;
import dev.sightline.blender.receive.VisualQuery.Lens;
import dev.sightline.blender.receive.VisualQuery.Picture;
import dev.sightline.blender.search.SourceOutcome.Found;
import dev.sightline.blender.understand.QueryFocus;
import dev.sightline.blender.understand.QueryFocus.WholeImage;
import dev.sightline.blender.understand.Understanding;
import dev.sightline.blender.understand.UnderstoodQuery;
import dev.sightline.policy.MixName;
import dev.sightline.testkit.Fixtures;
import dev.sightline.testkit.InMemoryVisualIndex;
import dev.sightline.visual.Embedding;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelSetId;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CandidateSearchTest {

    private static final ModelSetId MODEL_SET = Fixtures.aModelSet().id();
    private static final QueryFocus FOCUS = new WholeImage(Corpus.embedding(0), Understanding.NONE, MixName.LENS);

    private final InMemoryVisualIndex index = Corpus.writeTo(new InMemoryVisualIndex());
    private final CandidateSearch search = new CandidateSearch(10, EmptyViews.create(), Clock.systemUTC());

    @Test
    void search_picture_findsAllNearestFirst() {
        SearchedQuery searched = search.search(query(null, MODEL_SET, FOCUS), QueryContexts.of(index.open()));

        assertThat(signatures(searched.focuses().getFirst()))
                .containsExactly(Corpus.AT_0, Corpus.AT_20, Corpus.AT_45, Corpus.AT_75, Corpus.AT_135);
        assertThat(candidates(searched.focuses().getFirst()))
                .extracting(Candidate::finding)
                .extracting("hammingDistance")
                .containsExactly(0, 7, 16, 27, 48);
    }

    @Test
    void search_indexedImage_leavesItOut() {
        SearchedQuery searched = search.search(query(Corpus.AT_0, MODEL_SET, FOCUS), QueryContexts.of(index.open()));

        assertThat(signatures(searched.focuses().getFirst()))
                .containsExactly(Corpus.AT_20, Corpus.AT_45, Corpus.AT_75, Corpus.AT_135);
    }

    @Test
    void search_severalFocuses_keepsTheirOrder() {
        QueryFocus second = new WholeImage(Corpus.embedding(135), Understanding.NONE, MixName.LENS);

        SearchedQuery searched = search.search(query(null, MODEL_SET, FOCUS, second), QueryContexts.of(index.open()));

        assertThat(searched.focuses()).extracting(SearchedFocus::focus).containsExactly(FOCUS, second);
        assertThat(signatures(searched.focuses().getLast()).getFirst()).isEqualTo(Corpus.AT_135);
    }

    @Test
    void search_oversampleOfOne_cutsByHammingDistanceFirst() {
        CandidateSearch narrow = new CandidateSearch(1, EmptyViews.create(), Clock.systemUTC());
        Embedding contradictory =
                new Embedding(Corpus.embedding(135).dense(), Corpus.embedding(0).binary());

        SearchedQuery searched = narrow.search(
                new UnderstoodQuery(
                        new Lens(new Picture(new byte[1]), Refinement.NONE, new Limit(2)),
                        null,
                        null,
                        MODEL_SET,
                        List.of(new WholeImage(contradictory, Understanding.NONE, MixName.LENS))),
                QueryContexts.of(index.open()));

        // Three candidates for two results; by cosine AT_135 and AT_75 would be the first.
        assertThat(signatures(searched.focuses().getFirst())).containsExactly(Corpus.AT_45, Corpus.AT_20, Corpus.AT_0);
    }

    @Test
    void search_anotherModelSet_isRefused() {
        assertThatThrownBy(() ->
                        search.search(query(null, Fixtures.aModelSet("2").id(), FOCUS), QueryContexts.of(index.open())))
                .hasMessageContaining(MODEL_SET.value())
                .extracting("code")
                .isEqualTo(ErrorCode.MODEL_SET_MISMATCH);
    }

    @Test
    void search_emptyIndex_findsNothing() {
        SearchedQuery searched =
                search.search(query(null, MODEL_SET, FOCUS), QueryContexts.of(new InMemoryVisualIndex().open()));

        assertThat(searched.focuses())
                .singleElement()
                .satisfies(focus -> assertThat(candidates(focus)).isEmpty());
    }

    private static UnderstoodQuery query(@Nullable ImageSignature image, ModelSetId modelSet, QueryFocus... focuses) {
        return new UnderstoodQuery(
                new Lens(new Picture(new byte[1]), Refinement.NONE, Limit.DEFAULT),
                image,
                null,
                modelSet,
                List.of(focuses));
    }

    private static List<ImageSignature> signatures(SearchedFocus focus) {
        return candidates(focus).stream()
                .map(candidate -> candidate.image().signature())
                .toList();
    }

    private static List<Candidate> candidates(SearchedFocus focus) {
        return focus.outcomes().stream()
                .filter(Found.class::isInstance)
                .flatMap(outcome -> ((Found) outcome).candidates().stream())
                .toList();
    }
}
