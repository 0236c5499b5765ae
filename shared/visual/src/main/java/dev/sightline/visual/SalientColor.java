package dev.sightline.visual;

import java.util.List;

/**
 * One of the few colours that an image is seen to have.
 *
 * <p>CIELAB under D65: {@code lightness} 0..100, {@code a} (green to red) and {@code b} (blue to yellow) -128..128. {@code share}: of
 * the image's pixels, 0..1; the shares of one image add up to at most 1. {@code name}: a basic English colour term, in lower case; what is found now has one of {@link #NAMES}.
 *
 * <p>Paper: salient colours are part of Lens' query understanding. The rule by which they are found and named is ours.
 *
 * @throws IllegalArgumentException if a number lies outside its range or the name is blank
 */
public record SalientColor(String name, double lightness, double a, double b, double share) {

    /** The names that colours are given. */
    public static final List<String> NAMES =
            List.of("black", "white", "grey", "red", "orange", "yellow", "green", "blue", "purple", "pink", "brown");

    private static final double MAX_LIGHTNESS = 100;
    private static final double MAX_CHROMATICITY = 128;

    public SalientColor {
        if (name.isBlank()) {
            throw new IllegalArgumentException("expected the name of a colour, got a blank one");
        }
        requireWithin("lightness", lightness, 0, MAX_LIGHTNESS);
        requireWithin("a", a, -MAX_CHROMATICITY, MAX_CHROMATICITY);
        requireWithin("b", b, -MAX_CHROMATICITY, MAX_CHROMATICITY);
        requireWithin("share", share, 0, 1);
    }

    private static void requireWithin(String field, double value, double min, double max) {
        if (!(value >= min && value <= max)) {
            throw new IllegalArgumentException("expected %s in %s..%s, got %s".formatted(field, min, max, value));
        }
    }
}
