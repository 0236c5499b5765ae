package dev.sightline.blender.search;

import dev.sightline.blender.search.Candidate.Lookalike;
import dev.sightline.index.Neighbor;
import dev.sightline.index.SearchFilter;
import dev.sightline.policy.CandidateSource;
import java.util.List;

/**
 * Visual Search: whole images that look like the focus. It is always sure of itself.
 *
 * <p>Paper: deep features re-score candidates. Ours: the candidates come from the binary embedding, with oversampling.
 */
final class VisualFinder implements Finder {

    private final int oversample;

    VisualFinder(int oversample) {
        this.oversample = oversample;
    }

    @Override
    public CandidateSource source() {
        return CandidateSource.VISUAL_SEARCH;
    }

    @Override
    public Trigger trigger(Question question) {
        return new Trigger(1, "pixels", "none");
    }

    @Override
    public List<Candidate> find(Question question, SearchFilter filter) {
        return question
                .view()
                .nearest(question.near(question.focus().embedding(), question.wanted(), oversample, filter))
                .stream()
                .map(VisualFinder::candidate)
                .toList();
    }

    private static Candidate candidate(Neighbor neighbor) {
        return new Candidate(
                neighbor.image(),
                new Lookalike(neighbor.hammingDistance(), neighbor.hammingFraction(), neighbor.cosine()));
    }
}
