package dev.sightline.local;

import dev.sightline.local.system.ModelChoice;
import picocli.CommandLine.Option;

/** Which model bundles the worker runs. */
final class ModelOptions {

    @Option(
            names = "--embedder",
            defaultValue = "${env:SIGHTLINE_EMBEDDER:-efficientnet-lite0}",
            paramLabel = "NAME",
            description = "<bundle> or <bundle>@<layer> (default: $SIGHTLINE_EMBEDDER or efficientnet-lite0)")
    private String embedder;

    @Option(
            names = "--detector",
            defaultValue = "${env:SIGHTLINE_DETECTOR:-nanodet}",
            paramLabel = "NAME",
            description = "bundle for images that are indexed (default: $SIGHTLINE_DETECTOR or nanodet)")
    private String detector;

    @Option(
            names = "--query-detector",
            defaultValue = "${env:SIGHTLINE_QUERY_DETECTOR:-nanodet}",
            paramLabel = "NAME",
            description = "bundle for the pixels of queries (default: $SIGHTLINE_QUERY_DETECTOR or nanodet)")
    private String queryDetector;

    ModelChoice choice() {
        return new ModelChoice(embedder, detector, queryDetector);
    }
}
