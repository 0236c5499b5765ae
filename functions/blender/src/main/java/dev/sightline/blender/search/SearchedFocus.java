package dev.sightline.blender.search;

import dev.sightline.blender.understand.QueryFocus;
import dev.sightline.policy.CategoryRule;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A focus with what became of each source of its mix, in the order of the sources. {@code rule}: that of the category that the focus is
 * of, null if it is of none.
 */
public record SearchedFocus(QueryFocus focus, @Nullable CategoryRule rule, List<SourceOutcome> outcomes) {

    public SearchedFocus {
        outcomes = List.copyOf(outcomes);
    }

    /** A focus of no category. */
    public SearchedFocus(QueryFocus focus, List<SourceOutcome> outcomes) {
        this(focus, null, outcomes);
    }

    /** The rule of the category that the focus is of. */
    public Optional<CategoryRule> categoryRule() {
        return Optional.ofNullable(rule);
    }
}
