package dev.sightline.visual;

import java.util.Locale;

/** How a {@link Binarizer} came to its thresholds, and what they are compared with. Rules: ours. */
public enum BinarizerMethod {
    /** Thresholds of zero: right for signed features. */
    ZERO,
    /** The mean of each feature over a sample. */
    MEAN,
    /** The median of each feature over a sample: each bit is set for half of it. */
    MEDIAN,
    /** The features are turned by a {@link Rotation}; the thresholds are the medians of what it gives. */
    ROTATION;

    /**
     * The method of a name as {@link #slug()} gives it.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static BinarizerMethod of(String slug) {
        for (BinarizerMethod method : values()) {
            if (method.slug().equals(slug)) {
                return method;
            }
        }
        throw new IllegalArgumentException(
                "expected a method zero, mean, median or rotation, got '%s'".formatted(slug));
    }

    /** The name in files and commands: lower case. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
