package dev.sightline.policy;

/** The one check of numbers in 0..1. */
final class Shares {

    private Shares() {}

    static void require(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("expected %s in 0..1, got %s".formatted(name, value));
        }
    }
}
