package dev.sightline.blender.understand;

import dev.sightline.blender.receive.VisualQuery;
import dev.sightline.blender.receive.VisualQuery.RelatedPins;
import dev.sightline.policy.BlenderPolicy;

/**
 * How many results each group of a query is mixed of: its limit, and for Related Pins, which are ranked before they are cut to the limit, the
 * policy's multiple of it, but no more than {@value #MAX} unless the limit is larger.
 */
public final class PoolSize {

    static final int MAX = 200;

    private PoolSize() {}

    /** The number of results before ranking. */
    public static int of(VisualQuery query, BlenderPolicy policy) {
        int limit = query.limit().value();
        return query instanceof RelatedPins
                ? Math.max(limit, Math.min(MAX, limit * policy.related().pool()))
                : limit;
    }
}
