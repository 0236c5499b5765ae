package dev.sightline.imaging;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The eleven basic colour terms of English (Berlin and Kay, 1969), each with colours that it surely names. Any other colour has the name of
 * the nearest of these in CIELAB. The prototypes are ours: common web colours, several where people give one name to both light and dark
 * ones. Between terms, cyan counts as blue, teal and turquoise as green, beige and tan as brown.
 */
enum BasicColor {
    BLACK(0x000000, 0x101018),
    WHITE(0xFFFFFF, 0xF5F5F0),
    GREY(0x505050, 0x808080, 0xB0B0B0),
    RED(0xFF0000, 0xC81428, 0x8B0000),
    ORANGE(0xFFA500, 0xFF7F00, 0xE8752A),
    YELLOW(0xFFFF00, 0xFFD700, 0xF0E68C),
    GREEN(0x00FF00, 0x008000, 0x90EE90, 0x2E8B57, 0x556B2F, 0x008080, 0x40E0D0, 0x0B3D1B),
    BLUE(0x0000FF, 0x4169E1, 0x27408B, 0x1E90FF, 0x87CEEB, 0x000080, 0x4682B4, 0x00FFFF),
    PURPLE(0x800080, 0x8A2BE2, 0x4B0082, 0x9370DB, 0xBA55D3),
    PINK(0xFFC0CB, 0xFF69B4, 0xFF1493, 0xE8A0B0),
    BROWN(0x8B4513, 0x5C3317, 0xA0703C, 0xD2B48C, 0x3B2414);

    @SuppressWarnings("ImmutableEnumChecker") // Made by toList(): nobody can change it.
    private final List<LabColor> prototypes;

    BasicColor(int... prototypes) {
        this.prototypes = IntStream.of(prototypes).mapToObj(LabColor::ofSrgb).toList();
    }

    /** The term of the nearest prototype; of equally near ones the first. */
    static BasicColor of(LabColor color) {
        BasicColor nearest = BLACK;
        for (BasicColor term : values()) {
            if (term.squaredDistance(color) < nearest.squaredDistance(color)) {
                nearest = term;
            }
        }
        return nearest;
    }

    /** As it is written in records: lower case. */
    String term() {
        return name().toLowerCase(Locale.ROOT);
    }

    private double squaredDistance(LabColor color) {
        double smallest = Double.POSITIVE_INFINITY;
        for (LabColor prototype : prototypes) {
            smallest = Math.min(smallest, prototype.squaredDistance(color));
        }
        return smallest;
    }
}
