package dev.sightline.lab.retrieval;

import dev.sightline.lab.calibration.BitShares;
import org.jspecify.annotations.Nullable;

/**
 * One way to keep and compare images: {@code layer} of {@code embedder}, {@code distance} for example {@code cosine} or {@code
 * hamming-median}, and {@code bytes} per image. {@code setBits} is the share of set bits over all images and bits, 0..1; null for
 * floats.
 */
record Representation(
        String embedder,
        String layer,
        String distance,
        int bytes,
        @Nullable Double setBits,
        Distances distances) {

    /** What it is called in tables and plots. */
    String name() {
        return "%s %s %s".formatted(embedder, layer, distance);
    }

    boolean binary() {
        return setBits != null;
    }

    /** Whether so many or so few bits are set that they tell little. */
    boolean warns() {
        return setBits != null && (setBits < BitShares.LOW || setBits > BitShares.HIGH);
    }
}
