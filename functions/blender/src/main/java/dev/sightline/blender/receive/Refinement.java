package dev.sightline.blender.receive;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a client narrows a question. {@code tags}: names of labels that every result must have, all of them; {@code category}: results that show
 * an object of it come first, others only where there are too few.
 */
public record Refinement(List<String> tags, @Nullable String category) {

    /** Nothing is narrowed. */
    public static final Refinement NONE = new Refinement(List.of(), null);

    public Refinement {
        tags = List.copyOf(tags);
    }

    /** The category, if one is preferred. */
    public Optional<String> preferredCategory() {
        return Optional.ofNullable(category);
    }
}
