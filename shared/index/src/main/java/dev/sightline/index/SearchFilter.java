package dev.sightline.index;

import dev.sightline.visual.ImageCollection;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a result must have, applied inside the k-NN clause: never after it, so that few matches are found as surely as many.
 *
 * <p>{@code labels}: the names of labels that an image, or an object, must all have. {@code category}: that of the detector, which an object
 * must have, or one of the objects of an image; null: any. {@code color}: the name of one of an image's salient colours; null: any; objects have none,
 * so that a search of objects finds nothing by it. {@code collection}: one that an image, or the image of an object, must lie in, beside what may be
 * seen at all; null: any.
 */
public record SearchFilter(
        Set<String> labels,
        @Nullable String category,
        @Nullable String color,
        @Nullable ImageCollection collection) {

    /** Everything passes. */
    public static final SearchFilter NONE = new SearchFilter(Set.of(), null);

    public SearchFilter {
        labels = Set.copyOf(labels);
    }

    /** A filter that lets pass any colour. */
    public SearchFilter(Set<String> labels, @Nullable String category) {
        this(labels, category, null);
    }

    /** A filter that lets pass any collection. */
    public SearchFilter(Set<String> labels, @Nullable String category, @Nullable String color) {
        this(labels, category, color, null);
    }

    /** The category, empty if any will do. */
    public Optional<String> onlyCategory() {
        return Optional.ofNullable(category);
    }

    /** The name of the colour, empty if any will do. */
    public Optional<String> onlyColor() {
        return Optional.ofNullable(color);
    }

    /** The collection, empty if any will do. */
    public Optional<ImageCollection> onlyCollection() {
        return Optional.ofNullable(collection);
    }

    /** This filter without its category. */
    public SearchFilter ofAnyCategory() {
        return new SearchFilter(labels, null, color, collection);
    }

    /** This filter as far as objects know of it themselves: not the labels and the colour of their images. */
    public SearchFilter ofObjects() {
        return new SearchFilter(Set.of(), category, null, collection);
    }
}
