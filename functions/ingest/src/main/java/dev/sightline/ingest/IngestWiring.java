package dev.sightline.ingest;

import dev.sightline.events.AnalysisRequested;
import dev.sightline.events.IndexEvent;
import dev.sightline.index.IndexNames;
import dev.sightline.index.OpenSearchConnection;
import dev.sightline.index.OpenSearchSettings;
import dev.sightline.index.OpenSearchSourceRegistry;
import dev.sightline.index.SourceRegistry;
import dev.sightline.queue.EventQueue;
import dev.sightline.queue.SqsClients;
import dev.sightline.queue.SqsEventQueue;
import dev.sightline.storage.S3Clients;
import dev.sightline.storage.S3UploadTraces;
import dev.sightline.storage.UploadTraces;
import dev.sightline.tracing.Tracer;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Puts the stages together with the real queues and index, from the settings. Connections live as long as the process. */
final class IngestWiring {

    /** Before what is put together here logs. */
    void writeLogs(
            @Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event, IngestSettings settings) {
        settings.logFormat().apply();
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    SqsClient sqs() {
        return SqsClients.create();
    }

    @Produces
    @Singleton
    SourceRegistry registry(IngestSettings settings) {
        OpenSearchSettings openSearch = new OpenSearchSettings(settings.opensearchUrl(), settings.opensearchAuth());
        return new OpenSearchSourceRegistry(OpenSearchConnection.open(openSearch), IndexNames.standard());
    }

    @Produces
    @Singleton
    EventQueue<AnalysisRequested> analysisQueue(SqsClient sqs, IngestSettings settings) {
        return new SqsEventQueue<>(sqs, settings.analysisQueueUrl().toString());
    }

    @Produces
    @Singleton
    EventQueue<IndexEvent> indexQueue(SqsClient sqs, IngestSettings settings) {
        return new SqsEventQueue<>(sqs, settings.indexQueueUrl().toString());
    }

    @Produces
    @Singleton
    Tracer tracer(IngestSettings settings, Clock clock) {
        return Tracer.to(settings.tracesEndpoint().orElse(null), "ingest", clock);
    }

    void close(@Disposes Tracer tracer) {
        tracer.close();
    }

    /** Without spans nobody asks, and no client is made. */
    @Produces
    @Singleton
    UploadTraces traces(IngestSettings settings, Tracer tracer) {
        return settings.imagesBucket()
                .filter(bucket -> tracer.isOn())
                .<UploadTraces>map(bucket -> new S3UploadTraces(S3Clients.create(), bucket))
                .orElse(UploadTraces.NONE);
    }

    @Produces
    @Singleton
    UploadIntake intake(IngestParts parts, UploadRequests requests, Tracer tracer, UploadTraces traces) {
        return new UploadIntake(parts.check(), parts.order(), requests, () -> new IngestSpans(tracer, traces));
    }

    /** The stages that decide. */
    record IngestParts(UploadCheck check, UploadOrder order) {}

    @Produces
    @Singleton
    IngestParts parts(IngestSettings settings, Clock clock, SourceRegistry registry) {
        return new IngestParts(new UploadCheck(settings.maxImageBytes(), clock), new UploadOrder(registry));
    }

    @Produces
    @Singleton
    UploadRequests requests(EventQueue<AnalysisRequested> analysisQueue, EventQueue<IndexEvent> indexQueue) {
        return new UploadRequests(analysisQueue, indexQueue);
    }
}
