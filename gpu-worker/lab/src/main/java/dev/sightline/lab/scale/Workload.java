package dev.sightline.lab.scale;

import java.util.Locale;

/**
 * What a deployment holds and is asked.
 *
 * @param images images in the index, at least 1
 * @param objects detected objects of all of them, 0 or more
 * @param queriesPerSecond queries at the busiest time, 0 or more
 * @throws IllegalArgumentException if one is out of its range
 */
public record Workload(long images, long objects, double queriesPerSecond) {

    private static final String[] POWERS = {"", " k", " M", " B"};

    public Workload {
        if (images < 1 || objects < 0 || !(queriesPerSecond >= 0) || Double.isInfinite(queriesPerSecond)) {
            throw new IllegalArgumentException(
                    "expected at least 1 image, 0 objects and 0 queries a second, got %d, %d and %s"
                            .formatted(images, objects, queriesPerSecond));
        }
    }

    /** So many images with as many objects as usual. */
    public static Workload usual(long images, double queriesPerSecond, QuantityTable<Figure> figures) {
        return new Workload(images, Math.round(images * figures.of(Figure.OBJECTS_PER_IMAGE)), queriesPerSecond);
    }

    /** Vectors of either kind: one an image and one an object. */
    public long vectors() {
        return images + objects;
    }

    /** Objects of an image, on average. */
    public double objectsPerImage() {
        return (double) objects / images;
    }

    /** A number of images in few characters: {@code 10 k}, {@code 2.5 M}, {@code 1 B}. */
    public static String inWords(long count) {
        double value = count;
        int power = 0;
        while (value >= 1000 && power < POWERS.length - 1) {
            value /= 1000;
            power++;
        }
        String digits = value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.1f", value);
        return digits + POWERS[power];
    }
}
