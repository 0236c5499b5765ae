package dev.sightline.inference;

/**
 * How many class names an image gets: the surest {@code maxLabels} with a probability of at least {@code minConfidence}. Ours.
 *
 * @throws IllegalArgumentException if the probability lies outside 0..1 or the number is negative
 */
public record LabelLimits(double minConfidence, int maxLabels) {

    /** What the worker uses unless told otherwise. */
    public static final LabelLimits DEFAULT = new LabelLimits(0.1, 5);

    public LabelLimits {
        if (!(minConfidence >= 0 && minConfidence <= 1) || maxLabels < 0) {
            throw new IllegalArgumentException("expected minConfidence in 0..1 and maxLabels >= 0, got %s and %d"
                    .formatted(minConfidence, maxLabels));
        }
    }
}
