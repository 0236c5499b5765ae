package dev.sightline.blender.access;

import java.util.Set;

/** Origins whose pages may read answers in a browser, as browsers write them. */
public record AllowedOrigins(Set<String> origins) {

    public AllowedOrigins {
        origins = Set.copyOf(origins);
    }

    public boolean isEmpty() {
        return origins.isEmpty();
    }

    /** Whether this is one of them, letter by letter. */
    public boolean contains(String origin) {
        return origins.contains(origin);
    }
}
