package dev.sightline.blender.understand;

import dev.sightline.index.SearchView;
import dev.sightline.policy.BlenderPolicy;
import dev.sightline.policy.Variant;

/**
 * What one request uses from start to end: one view of the index, one policy, and the time that it may take. {@code policy}: under the {@code
 * variant} of the user. {@code userHash}: of the user who asks; empty if the request names none.
 */
public record QueryContext(SearchView view, BlenderPolicy policy, TimeBudget budget, Variant variant, String userHash) {

    /** The context of a request that names no user. */
    public QueryContext(SearchView view, BlenderPolicy policy, TimeBudget budget) {
        this(view, policy, budget, "");
    }

    /** The context of a user's request, or of nobody's. */
    public QueryContext(SearchView view, BlenderPolicy policy, TimeBudget budget, String userHash) {
        this(view, policy, budget, policy.related().experiment().variant(userHash), userHash);
    }

    public QueryContext {
        policy = policy.under(variant);
    }
}
