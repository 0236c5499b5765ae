package dev.sightline.visual;

import java.util.Arrays;
import java.util.Locale;

/** What a key may do, from the least to the most: each role may do what those before it may. Ours. */
public enum AccessRole {
    /** Ask, look and report what users did with results. */
    READ,
    /** Upload, pin and make boards too. */
    WRITE,
    /** Everything, in every collection. */
    ADMIN;

    /** Whether this role may do what needs another one. */
    public boolean covers(AccessRole needed) {
        return compareTo(needed) >= 0;
    }

    /** The form for people and records: lower case. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The role of a slug.
     *
     * @throws IllegalArgumentException if it is none; the message names all
     */
    public static AccessRole ofSlug(String slug) {
        return Arrays.stream(values())
                .filter(role -> role.slug().equals(slug))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("expected a role read, write or admin, got '%s'".formatted(slug)));
    }

    @Override
    public String toString() {
        return slug();
    }
}
