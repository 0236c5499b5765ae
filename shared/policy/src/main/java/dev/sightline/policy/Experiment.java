package dev.sightline.policy;

import dev.sightline.visual.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
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
    private static final int BITS = 53;
    private static final double ULP = 0x1p-53;

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
        if (!sumsToOne(sum)) {
            throw new IllegalArgumentException("expected the shares of variants to sum to 1, got " + sum);
        }
    }

    static boolean sumsToOne(double shares) {
        return Math.abs(shares - 1) <= TOLERANCE;
    }

    /**
     * The variant of a user. Shares of variants are parts of a line from 0 to 1, in their order, and the user's hash a place on it.
     *
     * @param userHash empty if the request names no user
     */
    public Variant variant(String userHash) {
        if (userHash.isEmpty()) {
            return variants.getFirst();
        }
        double place = place("variant", userHash);
        double end = 0;
        for (Variant variant : variants) {
            end += variant.share();
            if (place < end) {
                return variant;
            }
        }
        // Shares sum to 1 but for rounding: the place lies behind the last one that has users.
        return variants.stream()
                .filter(variant -> variant.share() > 0)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    /** Whether the order of an answer is drawn at random. Says nothing about the variant: the two hashes are apart. */
    public boolean isRandomized(String requestId) {
        return place("randomized", requestId) < randomizedShare;
    }

    /** A place in 0 (included) to 1 (excluded) that the salt, the purpose and the text decide: 53 bits of SHA-256. */
    private double place(String purpose, String text) {
        byte[] hash = Sha256.of("%s\n%s\n%s".formatted(purpose, salt, text).getBytes(StandardCharsets.UTF_8));
        return (ByteBuffer.wrap(hash).getLong() >>> (Long.SIZE - BITS)) * ULP;
    }
}
