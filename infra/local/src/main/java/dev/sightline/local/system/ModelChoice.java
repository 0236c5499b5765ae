package dev.sightline.local.system;

import dev.sightline.events.EnvironmentNames;
import dev.sightline.local.terminal.LauncherException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The bundles that the worker runs: folders below the prepared models.
 *
 * @param embedder {@code <bundle>} or {@code <bundle>@<layer>}
 * @param detector for images that are indexed
 * @param queryDetector for the pixels of queries
 */
public record ModelChoice(String embedder, String detector, String queryDetector) {

    static final ModelChoice DEFAULT = new ModelChoice("efficientnet-lite0", "nanodet", "nanodet");

    Map<String, String> environment() {
        return Map.of(
                EnvironmentNames.EMBEDDER, embedder,
                EnvironmentNames.DETECTOR, detector,
                EnvironmentNames.QUERY_DETECTOR, queryDetector);
    }

    /** The same choice as the next model set of a worker that runs another. */
    Map<String, String> nextEnvironment() {
        return Map.of(
                EnvironmentNames.NEXT_EMBEDDER, embedder,
                EnvironmentNames.NEXT_DETECTOR, detector,
                EnvironmentNames.NEXT_QUERY_DETECTOR, queryDetector);
    }

    /** Prepares what a fresh machine lacks, and refuses what is not there then. */
    void prepare(Preparation preparation) {
        Path models = equals(DEFAULT) ? preparation.models() : preparation.allModels();
        Stream.of(embedder.split("@", 2)[0], detector, queryDetector)
                .filter(bundle -> !Files.isDirectory(models.resolve(bundle)))
                .findFirst()
                .ifPresent(missing -> {
                    throw new LauncherException("expected a model bundle in %s".formatted(models.resolve(missing)));
                });
    }

    @Override
    public String toString() {
        return "embedder %s, detector %s, query detector %s".formatted(embedder, detector, queryDetector);
    }
}
