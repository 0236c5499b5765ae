package dev.sightline.policy;

import dev.sightline.visual.DotGate;

/**
 * Which detected boxes become dots. {@code evidence}: where a box is searched; {@code neighbors}: results of that search, 1..100; {@code
 * minCategorized}: with fewer results that have a category the conformity is unknown.
 *
 * @throws IllegalArgumentException if a number lies outside its range
 */
public record DotPolicy(DotEvidenceKind evidence, int neighbors, int minCategorized, DotGate gate) {

    private static final int MAX_NEIGHBORS = 100;

    public DotPolicy {
        if (neighbors < 1 || neighbors > MAX_NEIGHBORS || minCategorized < 1) {
            throw new IllegalArgumentException("expected neighbors in 1..%d and minCategorized >= 1, got %d and %d"
                    .formatted(MAX_NEIGHBORS, neighbors, minCategorized));
        }
    }
}
