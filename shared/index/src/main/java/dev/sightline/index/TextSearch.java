package dev.sightline.index;

import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.Label;
import java.util.List;
import java.util.Set;

/**
 * A question in words: images whose labels or texts hold one of the {@code terms}, that is its words side by side and by their stems.
 *
 * <p>A term that a text holds scores its confidence. One that only a label holds scores that times the label's confidence, the surest one's
 * if there are several, rounded up to a fifth. The score of an image is the sum.
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
