package dev.sightline.visual;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One result of the search for a detected box, as far as it says whether the box deserves a dot.
 *
 * <p>{@code hammingFraction}: share of differing bits between box and result, 0..1, smaller is nearer. {@code annotations}: what the
 * result is said to show; may be empty. {@code category}: the result's one category, null if it has none.
 *
 * @throws IllegalArgumentException if the fraction lies outside 0..1
 */
public record DotEvidence(
        double hammingFraction,
        List<Label> annotations,
        @Nullable String category) {

    public DotEvidence {
        annotations = List.copyOf(annotations);
        if (!(hammingFraction >= 0 && hammingFraction <= 1)) {
            throw new IllegalArgumentException("expected a Hamming fraction in 0..1, got " + hammingFraction);
        }
    }
}
