package dev.sightline.blender.rank;

import dev.sightline.blender.understand.QueryContext;
import dev.sightline.policy.Variant;

/** For whom a pool is ranked; {@code requestId} decides whether the order is drawn. */
public record RankingRequest(QueryContext context, String requestId) {

    /** How the user is answered. */
    Variant variant() {
        return context.variant();
    }

    /** Empty if the request names no user. */
    String userHash() {
        return context.userHash();
    }
}
