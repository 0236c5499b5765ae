package dev.sightline.inference;

import dev.sightline.visual.ModelRef;
import java.util.List;

/**
 * The class names of a model, in the model's order. {@code ref} is their id and version, with the SHA-256 of the names in UTF-8, one
 * per line with line feeds between: two models that give the same names have the same label set.
 */
public record LabelSet(ModelRef ref, List<String> names) {

    /** That of a model that names nothing. */
    public static final LabelSet NONE = of("none", "1", List.of());

    public LabelSet {
        names = List.copyOf(names);
    }

    /**
     * The names under this id and version.
     *
     * @throws IllegalArgumentException if id or version do not have the form of a {@link ModelRef}
     */
    public static LabelSet of(String id, String version, List<String> names) {
        return new LabelSet(ModelRef.builtIn(id, version, String.join("\n", names)), names);
    }
}
