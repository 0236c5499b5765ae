package dev.sightline.infra;

import java.util.List;

/** Origins of pages, as browsers write them: whole names only, since a pattern such as {@code *} would let every page in. */
final class Origins {

    private Origins() {}

    /**
     * Refuses what is no origin.
     *
     * @param name of the setting, for the message
     */
    static void require(String name, List<String> origins) {
        origins.forEach(origin -> require(name, origin));
    }

    private static void require(String name, String origin) {
        if (!origin.matches("https?://[A-Za-z0-9.-]+(:[0-9]+)?")) {
            throw new IllegalArgumentException(
                    "expected origins such as https://sightline.example in %s, got '%s'".formatted(name, origin));
        }
    }
}
