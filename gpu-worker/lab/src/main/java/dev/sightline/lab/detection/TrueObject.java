package dev.sightline.lab.detection;

import dev.sightline.visual.NormalizedBox;

/**
 * An object that is really in an image.
 *
 * <p>{@code ignored}: a crowd, or what its annotator was not sure of. A detection inside it counts neither as right nor as wrong, and
 * nobody has to find it.
 *
 * @throws IllegalArgumentException if the category is blank
 */
public record TrueObject(String category, NormalizedBox box, boolean ignored) {

    public TrueObject {
        if (category.isBlank()) {
            throw new IllegalArgumentException("expected a category, got '%s'".formatted(category));
        }
    }

    /** An object that is to be found. */
    public static TrueObject of(String category, NormalizedBox box) {
        return new TrueObject(category, box, false);
    }
}
