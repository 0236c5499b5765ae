package dev.sightline.policy;

/**
 * Which detected objects a query is about. {@code minConfidence}: of the detector, 0..1; {@code minDominance}: by {@link
 * dev.sightline.visual.DominantObjectRule#score}, 0..1; {@code maxGroups}: groups of a Lens answer beside that of the whole photo, 0..20.
 * Ours.
 *
 * @throws IllegalArgumentException if a number lies outside its range
 */
public record ObjectPolicy(double minConfidence, double minDominance, int maxGroups) {

    private static final int MAX_GROUPS = 20;

    public ObjectPolicy {
        Shares.require("minConfidence", minConfidence);
        Shares.require("minDominance", minDominance);
        if (maxGroups < 0 || maxGroups > MAX_GROUPS) {
            throw new IllegalArgumentException("expected maxGroups in 0..%d, got %d".formatted(MAX_GROUPS, maxGroups));
        }
    }
}
