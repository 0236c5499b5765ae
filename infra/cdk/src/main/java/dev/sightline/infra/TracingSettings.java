package dev.sightline.infra;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where functions and workers send the spans of traces. Without any value they make none.
 *
 * @param endpoint base URL of a collector that exists, for all parts (context {@code tracesEndpoint}), to which they must find the way
 * @param collectorImage image of AWS's distribution of the OpenTelemetry collector, which runs beside each worker (context {@code collectorImage}): one of this
 *     account's registry, since workers have no way to another
 * @param collectorLayer ARN of the layer with the same collector for functions on arm64 (context {@code collectorLayer})
 */
public record TracingSettings(
        @Nullable String endpoint,
        @Nullable String collectorImage,
        @Nullable String collectorLayer) {

    /** On which a collector beside a process takes spans over HTTP. */
    private static final String BESIDE = "http://127.0.0.1:4318";

    public TracingSettings {
        if (endpoint != null && (collectorImage != null || collectorLayer != null)) {
            throw new IllegalArgumentException(
                    "expected tracesEndpoint, or collectorImage and collectorLayer; got %s beside %s and %s"
                            .formatted(endpoint, collectorImage, collectorLayer));
        }
    }

    static TracingSettings fromContext(DeploymentContext context) {
        return new TracingSettings(
                context.value("tracesEndpoint").orElse(null),
                context.value("collectorImage").orElse(null),
                context.value("collectorLayer").orElse(null));
    }

    /** Where functions send spans, if anywhere. */
    Optional<String> ofFunctions() {
        return ofAll().or(() -> Optional.ofNullable(collectorLayer).map(layer -> BESIDE));
    }

    /** Where workers send spans, if anywhere. */
    Optional<String> ofWorkers() {
        return ofAll().or(() -> Optional.ofNullable(collectorImage).map(image -> BESIDE));
    }

    /** Where all parts send spans, if there is one place for all. */
    Optional<String> ofAll() {
        return Optional.ofNullable(endpoint);
    }

    /** Whether a collector of this deployment sends traces to X-Ray. */
    boolean toXray() {
        return collectorImage != null || collectorLayer != null;
    }
}
