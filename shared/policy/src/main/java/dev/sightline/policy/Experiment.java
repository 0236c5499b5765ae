package dev.sightline.policy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Who gets which variant: a hash of {@code salt} and the user decides, so that a user keeps the variant for as long as the salt stays. The
 * share of each variant is its part of all users; requests that name no user get the first. {@code randomizedShare}: the part of all
 * requests whose order is drawn at random, 0..1, whatever the variant. Ours.
 *
 * @throws IllegalArgumentException if there is no variant, two have one name, or the shares do not sum to 1
 */
public record Experiment(String salt, double randomizedShare, List<Variant> variants) {

    private static final double TOLERANCE = 1e-9;

    public Experiment {
        Shares.require("randomizedShare", randomizedShare);
        variants = List.copyOf(variants);
        Set<String> names = new HashSet<>();
        for (Variant variant : variants) {
            if (!names.add(variant.name())) {
                throw new IllegalArgumentException(
                        "expected each variant once, got '%s' twice".formatted(variant.name()));
            }
        }
        double sum = variants.stream().mapToDouble(Variant::share).sum();
        if (Math.abs(sum - 1) > TOLERANCE) {
            throw new IllegalArgumentException("expected the shares of variants to sum to 1, got " + sum);
        }
    }
}
