package dev.sightline.policy;

/**
 * How Related Pins learn. Ours.
 *
 * <p>{@code pool}: candidates that are ranked for each place of the answer, 1..10. {@code boost}: how the engagement of a result becomes its
 * boost. {@code experiment}: who gets which variant.
 *
 * @throws IllegalArgumentException if the pool lies outside its range
 */
public record RelatedPolicy(int pool, BoostPolicy boost, Experiment experiment) {

    private static final int MAX_POOL = 10;

    public RelatedPolicy {
        if (pool < 1 || pool > MAX_POOL) {
            throw new IllegalArgumentException("expected pool in 1..%d, got %d".formatted(MAX_POOL, pool));
        }
    }
}
