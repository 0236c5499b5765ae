package dev.sightline.infra;

import java.util.Arrays;
import java.util.List;
import software.constructs.Node;

/** Origins of pages, as browsers write them: whole names only, since a pattern such as {@code *} would let every page in. */
final class Origins {

    private Origins() {}

    /** Those of a context value, separated by commas; none without it. */
    static List<String> fromContext(Node node, String name) {
        return DeploymentSettings.context(node, name).stream()
                .flatMap(origins -> Arrays.stream(origins.split(",")))
                .toList();
    }

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
