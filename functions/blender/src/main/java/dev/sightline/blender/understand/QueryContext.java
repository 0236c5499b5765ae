package dev.sightline.blender.understand;

import dev.sightline.index.SearchView;
import dev.sightline.policy.BlenderPolicy;

/** What one request uses from start to end: one view of the index, one policy, and the time that it may take. */
public record QueryContext(SearchView view, BlenderPolicy policy, TimeBudget budget) {}
