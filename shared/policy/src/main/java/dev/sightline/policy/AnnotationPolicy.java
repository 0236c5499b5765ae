package dev.sightline.policy;

/**
 * How much each kind of evidence says about what a query shows. Ours.
 *
 * <p>The confidence of an annotation is {@code 1 - product over kinds k of (1 - weight(k) * confidence(k))}. {@code classifier}, {@code
 * duplicateText} and {@code neighbors} are the weights, 0..1; {@code neighborCount}: nearest images whose labels are propagated,
 * 1..100; {@code minConfidence}: annotations below it are left out, 0..1.
 *
 * @throws IllegalArgumentException if a number lies outside its range
 */
public record AnnotationPolicy(
        double classifier, double duplicateText, double neighbors, int neighborCount, double minConfidence) {

    private static final int MAX_NEIGHBORS = 100;

    public AnnotationPolicy {
        Shares.require("classifier", classifier);
        Shares.require("duplicateText", duplicateText);
        Shares.require("neighbors", neighbors);
        Shares.require("minConfidence", minConfidence);
        if (neighborCount < 1 || neighborCount > MAX_NEIGHBORS) {
            throw new IllegalArgumentException(
                    "expected neighborCount in 1..%d, got %d".formatted(MAX_NEIGHBORS, neighborCount));
        }
    }
}
