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
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Puts the stages together with the real queues and index, from the settings. Connections live as long as the process. */
final class IngestWiring {

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
    UploadIntake intake(IngestSettings settings, Clock clock, SourceRegistry registry, UploadRequests requests) {
        return new UploadIntake(new UploadCheck(settings.maxImageBytes(), clock), new UploadOrder(registry), requests);
    }

    @Produces
    @Singleton
    UploadRequests requests(EventQueue<AnalysisRequested> analysisQueue, EventQueue<IndexEvent> indexQueue) {
        return new UploadRequests(analysisQueue, indexQueue);
    }
}
