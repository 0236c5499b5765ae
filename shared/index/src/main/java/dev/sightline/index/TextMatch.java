package dev.sightline.index;

import dev.sightline.visual.AccessScope;
import java.util.List;
import java.util.Optional;

/**
 * An image that matches words. {@code score} &gt; 0, larger is better, comparable within one search only. {@code terms}: those of the
 * search that the image holds, in their order there. {@code preferred}: whether its texts hold a preferred word.
 */
public record TextMatch(StoredImage image, double score, List<String> terms, boolean preferred) {

    public TextMatch {
        terms = List.copyOf(terms);
    }

    /** The same, with what somebody may see of the image; empty if that is nothing. */
    public Optional<TextMatch> within(AccessScope scope) {
        return image.within(scope).map(seen -> new TextMatch(seen, score, terms, preferred));
    }
}
