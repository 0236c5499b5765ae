package dev.sightline.blender.blend;

import dev.sightline.blender.search.SourceOutcome;
import java.util.List;

/**
 * What a source gave to a group: its {@code quota} of the limit, the results that {@code filled} it, and those that it gave in place of
 * other sources.
 */
public record SourceShare(SourceOutcome outcome, int quota, int filled, int backfilled) {

    static SourceShare of(SourceOutcome outcome, int quota, List<BlendedResult> results) {
        int given = (int) results.stream()
                .filter(result -> result.source() == outcome.source())
                .count();
        int filled = Math.min(quota, given);
        return new SourceShare(outcome, quota, filled, given - filled);
    }
}
