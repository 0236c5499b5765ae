package dev.sightline.index;

import java.util.Locale;

/** How nearest neighbours are found. Fixed when an index is made. */
public enum KnnMode {
    /** Every vector is compared: exact, in pure Java, for where the engine has no native library. */
    EXACT,
    /** Graphs (HNSW): approximate, and fast for millions. */
    HNSW;

    /**
     * The mode that a setting names, in lower or upper case.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static KnnMode of(String setting) {
        return switch (setting.toLowerCase(Locale.ROOT)) {
            case "exact" -> EXACT;
            case "hnsw" -> HNSW;
            default ->
                throw new IllegalArgumentException("expected a k-NN mode exact or hnsw, got '%s'".formatted(setting));
        };
    }
}
