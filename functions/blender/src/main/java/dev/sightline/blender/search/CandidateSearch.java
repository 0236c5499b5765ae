package dev.sightline.blender.search;

import dev.sightline.blender.search.Candidate.Lookalike;
import dev.sightline.blender.search.SourceOutcome.Found;
import dev.sightline.blender.understand.QueryContext;
import dev.sightline.blender.understand.QueryFocus;
import dev.sightline.blender.understand.UnderstoodQuery;
import dev.sightline.index.Neighbor;
import dev.sightline.index.SearchView;
import dev.sightline.index.VisualSearch;
import dev.sightline.policy.CandidateSource;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelSetId;
import dev.sightline.visual.SightlineException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Stage search: {@code limit x oversample} candidates by Hamming distance, ordered by cosine.
 *
 * <p>Paper: deep features re-score candidates. Ours: the candidates come from the binary embedding, with oversampling.
 */
public final class CandidateSearch {

    private final int oversample;

    public CandidateSearch(int oversample) {
        this.oversample = oversample;
    }

    /**
     * Searches a view for every focus; an empty index gives empty candidates.
     *
     * @throws SightlineException with {@link ErrorCode#MODEL_SET_MISMATCH} if the index was made by another model set
     */
    public SearchedQuery search(UnderstoodQuery understood, QueryContext context) {
        Optional<ModelSetId> served = context.view().modelSet();
        served.ifPresent(modelSet -> requireSame(modelSet, understood.modelSet()));
        List<SearchedFocus> focuses = understood.focuses().stream()
                .map(focus -> new SearchedFocus(
                        focus,
                        List.of(new Found(
                                CandidateSource.VISUAL_SEARCH,
                                1,
                                served.isPresent() ? nearest(understood, focus, context.view()) : List.of(),
                                Duration.ZERO))))
                .toList();
        return new SearchedQuery(understood, context.policy(), focuses);
    }

    private List<Candidate> nearest(UnderstoodQuery understood, QueryFocus focus, SearchView view) {
        Set<ImageSignature> exclude = understood.queryImage().map(Set::of).orElse(Set.of());
        int limit = understood.query().limit().value();
        return view
                .nearest(new VisualSearch(focus.embedding(), understood.modelSet(), limit, oversample, exclude))
                .stream()
                .map(CandidateSearch::candidate)
                .toList();
    }

    private static Candidate candidate(Neighbor neighbor) {
        return new Candidate(
                neighbor.image(),
                new Lookalike(neighbor.hammingDistance(), neighbor.hammingFraction(), neighbor.cosine()));
    }

    private static void requireSame(ModelSetId served, ModelSetId asked) {
        if (!served.equals(asked)) {
            throw new SightlineException(
                    ErrorCode.MODEL_SET_MISMATCH,
                    "expected model set %s, which the index serves, got %s".formatted(served, asked));
        }
    }
}
