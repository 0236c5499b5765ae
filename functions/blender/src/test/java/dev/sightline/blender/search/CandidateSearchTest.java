package dev.sightline.blender.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.blender.Corpus;
import dev.sightline.blender.receive.Limit;
import dev.sightline.blender.receive.VisualQuery.Lens;
import dev.sightline.blender.understand.QueryFocus;
import dev.sightline.blender.understand.QueryFocus.WholeImage;
import dev.sightline.blender.understand.UnderstoodQuery;
import dev.sightline.testkit.Fixtures;
import dev.sightline.testkit.InMemoryVisualIndex;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelSetId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CandidateSearchTest {

    private static final ModelSetId MODEL_SET = Fixtures.aModelSet().id();
    private static final QueryFocus FOCUS = new WholeImage(Corpus.embedding(0));

    private final InMemoryVisualIndex index = Corpus.writeTo(new InMemoryVisualIndex());
    private final CandidateSearch search = new CandidateSearch(10);

    @Test
    void search_picture_findsAllNearestFirst() {
        SearchedQuery searched = search.search(query(null, MODEL_SET, FOCUS), index.open());

        assertThat(signatures(searched.candidates().getFirst()))
                .containsExactly(Corpus.AT_0, Corpus.AT_20, Corpus.AT_45, Corpus.AT_75, Corpus.AT_135);
        assertThat(searched.candidates().getFirst().neighbors())
                .extracting("hammingDistance")
                .containsExactly(0, 1, 1, 1, 2);
    }

    @Test
    void search_indexedImage_leavesItOut() {
        SearchedQuery searched = search.search(query(Corpus.AT_0, MODEL_SET, FOCUS), index.open());

        assertThat(signatures(searched.candidates().getFirst()))
                .containsExactly(Corpus.AT_20, Corpus.AT_45, Corpus.AT_75, Corpus.AT_135);
    }

    @Test
    void search_severalFocuses_keepsTheirOrder() {
        QueryFocus second = new WholeImage(Corpus.embedding(135));

        SearchedQuery searched = search.search(query(null, MODEL_SET, FOCUS, second), index.open());

        assertThat(searched.candidates()).extracting(Candidates::focus).containsExactly(FOCUS, second);
        assertThat(signatures(searched.candidates().getLast()).getFirst()).isEqualTo(Corpus.AT_135);
    }

    @Test
    void search_oversampleOfOne_cutsByHammingDistanceFirst() {
        CandidateSearch narrow = new CandidateSearch(1);

        SearchedQuery searched = narrow.search(
                new UnderstoodQuery(
                        new Lens(new byte[1], new Limit(2)),
                        null,
                        MODEL_SET,
                        List.of(new WholeImage(Corpus.embedding(135)))),
                index.open());

        // By cosine AT_75 is second; by Hamming distance it ties with two others, which the signature decides.
        ImageSignature second = List.of(Corpus.AT_20, Corpus.AT_45, Corpus.AT_75).stream()
                .min(ImageSignature::compareTo)
                .orElseThrow();
        assertThat(signatures(searched.candidates().getFirst())).containsExactly(Corpus.AT_135, second);
    }

    @Test
    void search_anotherModelSet_isRefused() {
        assertThatThrownBy(
                        () -> search.search(query(null, Fixtures.aModelSet("2").id(), FOCUS), index.open()))
                .hasMessageContaining(MODEL_SET.value())
                .extracting("code")
                .isEqualTo(ErrorCode.MODEL_SET_MISMATCH);
    }

    @Test
    void search_emptyIndex_findsNothing() {
        SearchedQuery searched = search.search(query(null, MODEL_SET, FOCUS), new InMemoryVisualIndex().open());

        assertThat(searched.candidates())
                .singleElement()
                .satisfies(candidates -> assertThat(candidates.neighbors()).isEmpty());
    }

    private static UnderstoodQuery query(@Nullable ImageSignature image, ModelSetId modelSet, QueryFocus... focuses) {
        return new UnderstoodQuery(new Lens(new byte[1], Limit.DEFAULT), image, modelSet, List.of(focuses));
    }

    private static List<ImageSignature> signatures(Candidates candidates) {
        return candidates.neighbors().stream()
                .map(neighbor -> neighbor.image().signature())
                .toList();
    }
}
