package dev.sightline.blender.search;

import dev.sightline.index.SearchFilter;
import dev.sightline.visual.ImageSignature;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks a source for a category first, and for anything else only where too few images have it. */
final class PreferredCategory {

    private PreferredCategory() {}

    /** Images of the category that the client prefers, if any; then, below the limit of results, others that are marked as fallback. */
    static List<Candidate> find(Finder finder, Question question) {
        SearchFilter filter = question.filter();
        List<Candidate> preferred = finder.find(question, filter);
        if (filter.onlyCategory().isEmpty() || preferred.size() >= question.limit()) {
            return preferred;
        }
        Set<ImageSignature> found = preferred.stream()
                .map(candidate -> candidate.image().signature())
                .collect(Collectors.toSet());
        Stream<Candidate> others = finder.find(question, filter.ofAnyCategory()).stream()
                .filter(candidate -> !found.contains(candidate.image().signature()))
                .map(candidate -> new Candidate(candidate.image(), candidate.finding(), true));
        return Stream.concat(preferred.stream(), others)
                .limit(question.wanted())
                .toList();
    }
}
