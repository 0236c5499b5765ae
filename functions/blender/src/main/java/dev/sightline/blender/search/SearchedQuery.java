package dev.sightline.blender.search;

import dev.sightline.blender.understand.UnderstoodQuery;
import dev.sightline.policy.BlenderPolicy;
import dev.sightline.policy.CategoryRule;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A query with what was found for each focus, in the order of the foci, by one policy. {@code category}: the rule of the category that the query is
 * of, decided once for all foci; null if it is of none.
 */
public record SearchedQuery(
        UnderstoodQuery understood,
        BlenderPolicy policy,
        List<SearchedFocus> focuses,
        @Nullable CategoryRule category) {

    public SearchedQuery {
        focuses = List.copyOf(focuses);
    }

    /** A query of no category. */
    public SearchedQuery(UnderstoodQuery understood, BlenderPolicy policy, List<SearchedFocus> focuses) {
        this(understood, policy, focuses, null);
    }

    /** The rule of the category that the query is of. */
    public Optional<CategoryRule> categoryRule() {
        return Optional.ofNullable(category);
    }
}
