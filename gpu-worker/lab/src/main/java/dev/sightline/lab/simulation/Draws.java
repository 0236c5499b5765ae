package dev.sightline.lab.simulation;

import dev.sightline.visual.ImageSignature;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/** Random numbers by name: the same seed and name give the same numbers, in whatever order and by whatever thread they are drawn. */
final class Draws {

    private static final int HEX = 16;
    private static final int DIGITS = 15;

    private Draws() {}

    static SplittableRandom of(long seed, String name) {
        String text = "%d/%s".formatted(seed, name);
        String digest = ImageSignature.of(text.getBytes(StandardCharsets.UTF_8)).hex();
        return new SplittableRandom(Long.parseLong(digest.substring(0, DIGITS), HEX));
    }
}
