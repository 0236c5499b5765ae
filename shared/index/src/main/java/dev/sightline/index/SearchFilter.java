package dev.sightline.index;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a result must have, applied inside the k-NN clause: never after it, so that few matches are found as surely as many.
 *
 * <p>{@code labels}: the names of labels that an image, or an object, must all have. {@code category}: that of the detector, which an object
 * must have, or one of the objects of an image; null: any.
 */
public record SearchFilter(Set<String> labels, @Nullable String category) {

    /** Everything passes. */
    public static final SearchFilter NONE = new SearchFilter(Set.of(), null);

    public SearchFilter {
        labels = Set.copyOf(labels);
    }

    /** The category, empty if any will do. */
    public Optional<String> onlyCategory() {
        return Optional.ofNullable(category);
    }

    /** This filter without its category. */
    public SearchFilter ofAnyCategory() {
        return new SearchFilter(labels, null);
    }
}
