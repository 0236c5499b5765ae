package dev.sightline.lab.detection;

import dev.sightline.visual.NormalizedBox;
import org.jspecify.annotations.Nullable;

/**
 * An object that is really in an image.
 *
 * <p>{@code ignored}: a crowd, or what its annotator was not sure of. A detection inside it counts neither as right nor as wrong, and
 * nobody has to find it. {@code source}: in a composed picture the name of the corpus picture that was pasted there, otherwise null.
 *
 * @throws IllegalArgumentException if the category is blank
 */
public record TrueObject(
        String category,
        NormalizedBox box,
        boolean ignored,
        @Nullable String source) {

    public TrueObject {
        if (category.isBlank()) {
            throw new IllegalArgumentException("expected a category, got '%s'".formatted(category));
        }
    }

    /** An object that is to be found. */
    public static TrueObject of(String category, NormalizedBox box) {
        return new TrueObject(category, box, false, null);
    }

    /** A crowd, or an object that need not be found. */
    public static TrueObject ignored(String category, NormalizedBox box) {
        return new TrueObject(category, box, true, null);
    }
}
