package dev.sightline.blender.rank;

import dev.sightline.visual.SalientColor;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How alike the salient colours of two images are, 0..1, the same in both directions; 1: the same colours.
 *
 * <p>Each colour of one image is as near as its nearest of the other: {@code 1 - min(d, 100) / 100}, d the Euclidean distance in CIELAB. The
 * similarity is the mean of these over the colours of both images, each weighted by its share. Missing if one has none. Ours.
 */
final class ColorSimilarity {

    private static final double FAR = 100;

    private ColorSimilarity() {}

    static OptionalDouble of(List<SalientColor> a, List<SalientColor> b) {
        double shares = shares(a) + shares(b);
        if (a.isEmpty() || b.isEmpty() || shares == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of((nearness(a, b) + nearness(b, a)) / shares);
    }

    private static double shares(List<SalientColor> colors) {
        return colors.stream().mapToDouble(SalientColor::share).sum();
    }

    private static double nearness(List<SalientColor> from, List<SalientColor> to) {
        return from.stream()
                .mapToDouble(color -> color.share() * (1 - distance(color, to) / FAR))
                .sum();
    }

    private static double distance(SalientColor color, List<SalientColor> others) {
        return others.stream()
                .mapToDouble(other -> Math.hypot(
                        color.lightness() - other.lightness(),
                        Math.hypot(color.a() - other.a(), color.b() - other.b())))
                .reduce(FAR, Math::min);
    }
}
