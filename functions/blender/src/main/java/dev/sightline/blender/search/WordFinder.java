package dev.sightline.blender.search;

import dev.sightline.blender.search.Candidate.HeldWords;
import dev.sightline.blender.understand.Annotation;
import dev.sightline.index.SearchFilter;
import dev.sightline.index.TextMatch;
import dev.sightline.index.TextSearch;
import dev.sightline.policy.CandidateSource;
import dev.sightline.policy.SourcePolicy;
import dev.sightline.visual.Label;
import java.util.List;

/**
 * Image Search: images whose labels or texts hold what the focus is said to show. As sure as its surest annotation.
 *
 * <p>Paper: annotations of high confidence fire a text search. The number of annotations, and their confidence as weight, are ours.
 */
final class WordFinder implements Finder {

    /** Annotations that a search is made of, the surest ones. */
    private static final int MAX_TERMS = 5;

    @Override
    public CandidateSource source() {
        return CandidateSource.IMAGE_SEARCH;
    }

    @Override
    public Trigger trigger(Question question) {
        List<Annotation> annotations = question.focus().understanding().annotations();
        double least = question.policy()
                .source(question.focus().mix(), source())
                .map(SourcePolicy::minConfidence)
                .orElse(0.0);
        String expected = "an annotation with a confidence of at least " + Trigger.number(least);
        if (annotations.isEmpty()) {
            return new Trigger(0, expected, "no annotation");
        }
        Annotation top = annotations.getFirst();
        return new Trigger(
                top.confidence(), expected, "%s (%s)".formatted(Trigger.number(top.confidence()), top.name()));
    }

    @Override
    public List<Candidate> find(Question question, SearchFilter filter) {
        List<Label> terms = question.focus().understanding().annotations().stream()
                .filter(annotation -> annotation.confidence() > 0)
                .limit(MAX_TERMS)
                .map(annotation -> new Label(annotation.name(), annotation.confidence()))
                .toList();
        List<TextMatch> matches = question.view()
                .matching(new TextSearch(
                        terms, question.preferredWords(), question.wanted(), question.exclude(), filter));
        double best = matches.stream().mapToDouble(TextMatch::score).max().orElse(1);
        return matches.stream()
                .map(match -> new Candidate(
                        match.image(), new HeldWords(match.terms(), match.score() / best, match.preferred())))
                .toList();
    }
}
