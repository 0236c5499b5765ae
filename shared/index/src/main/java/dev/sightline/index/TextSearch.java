package dev.sightline.index;

import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.Label;
import java.util.List;
import java.util.Set;

/**
 * A question in words: images whose labels or texts hold one of the {@code terms}, each of which weighs as much as its confidence.
 *
 * <p>Images whose texts hold one of {@code preferredWords} come first.
 *
 * @throws IllegalArgumentException if there is no term, or the limit is below 1
 */
public record TextSearch(
        List<Label> terms, List<String> preferredWords, int limit, Set<ImageSignature> exclude, SearchFilter filter) {

    public TextSearch {
        terms = List.copyOf(terms);
        preferredWords = List.copyOf(preferredWords);
        exclude = Set.copyOf(exclude);
        if (terms.isEmpty() || limit < 1) {
            throw new IllegalArgumentException(
                    "expected a term and a limit >= 1, got %s and %d".formatted(terms, limit));
        }
    }
}
