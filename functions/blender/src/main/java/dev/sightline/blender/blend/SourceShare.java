package dev.sightline.blender.blend;

import dev.sightline.blender.search.SourceOutcome;

/**
 * What a source gave to a group: its {@code quota} of the limit, the results that {@code filled} it, and those that it gave in place of
 * other sources.
 */
public record SourceShare(SourceOutcome outcome, int quota, int filled, int backfilled) {}
