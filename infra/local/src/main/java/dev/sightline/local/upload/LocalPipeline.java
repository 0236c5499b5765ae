package dev.sightline.local.upload;

import dev.sightline.events.SourceId;
import dev.sightline.index.IndexNames;
import dev.sightline.index.OpenSearchAuth;
import dev.sightline.index.OpenSearchConnection;
import dev.sightline.index.OpenSearchSettings;
import dev.sightline.index.OpenSearchSourceRegistry;
import dev.sightline.index.Source;
import dev.sightline.index.SourceRegistry;
import dev.sightline.local.system.Places;
import dev.sightline.local.system.RunningSystem;
import dev.sightline.local.terminal.LauncherException;
import dev.sightline.visual.SightlineException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The running system's pipeline, seen through the registry of sources, the worker's metrics and the queues. */
public final class LocalPipeline implements Pipeline, AutoCloseable {

    private static final String METRIC = "sightline_worker_images_total";
    private static final Set<String> DONE = Set.of("analyzed", "reused", "rejected");

    private final HttpClient http = HttpClient.newHttpClient();
    private final OpenSearchConnection connection;
    private final SourceRegistry registry;
    private final RunningSystem system;
    private final Path logs;

    public LocalPipeline(Places places, RunningSystem system) {
        this.connection =
                OpenSearchConnection.open(new OpenSearchSettings(system.searchEndpoint(), OpenSearchAuth.NONE));
        this.registry = new OpenSearchSourceRegistry(connection, IndexNames.standard());
        this.system = system;
        this.logs = places.state().resolve("logs");
    }

    @Override
    public Optional<Source> find(SourceId id) {
        try {
            return registry.find(id);
        } catch (SightlineException e) {
            if (e.code().retryable()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public OptionalLong analyzed() {
        HttpRequest request = HttpRequest.newBuilder(system.workerEndpoint().resolve("/q/metrics"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return PrometheusText.counter(response.body(), METRIC, "outcome", DONE);
        } catch (IOException e) {
            return OptionalLong.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("interrupted", e);
        }
    }

    @Override
    public String diagnosis() {
        return "Queues:%n%s%nSources: %s%nLogs: %s%n".formatted(QueueDepths.describe(system), counts(), logs);
    }

    private String counts() {
        try {
            return registry.counts().toString();
        } catch (SightlineException e) {
            return "OpenSearch does not answer: " + e.getMessage();
        }
    }

    @Override
    public void close() {
        http.close();
        connection.close();
    }
}
