package dev.sightline.indexer;

import dev.sightline.index.ImageIndex;
import dev.sightline.index.IndexNames;
import dev.sightline.index.IndexShape;
import dev.sightline.index.OpenSearchConnection;
import dev.sightline.index.OpenSearchEngagementIndex;
import dev.sightline.index.OpenSearchImageIndex;
import dev.sightline.index.OpenSearchPinIndex;
import dev.sightline.index.OpenSearchSettings;
import dev.sightline.index.OpenSearchSourceRegistry;
import dev.sightline.index.PinIndex;
import dev.sightline.index.SourceRegistry;
import dev.sightline.metrics.EmbeddedMetrics;
import dev.sightline.queue.SqsClients;
import dev.sightline.queue.SqsEventQueue;
import dev.sightline.reconcile.Catalogue;
import dev.sightline.reconcile.FeatureLoader;
import dev.sightline.reconcile.IndexReconciler;
import dev.sightline.storage.FeatureStore;
import dev.sightline.storage.S3BoardStore;
import dev.sightline.storage.S3Clients;
import dev.sightline.storage.S3FeatureStore;
import dev.sightline.storage.S3PinStore;
import dev.sightline.tracing.Tracer;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import software.amazon.awssdk.services.s3.S3Client;

/** Puts the stages together with the real store and index, from the settings. Connections live as long as the process. */
final class IndexerWiring {

    /** Before what is put together here logs. */
    void writeLogs(
            @Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event, IndexerSettings settings) {
        settings.logFormat().apply();
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    OpenSearchConnection openSearch(IndexerSettings settings) {
        return OpenSearchConnection.open(new OpenSearchSettings(settings.opensearchUrl(), settings.opensearchAuth()));
    }

    @Produces
    @Singleton
    SourceRegistry registry(OpenSearchConnection openSearch) {
        return new OpenSearchSourceRegistry(openSearch, IndexNames.standard());
    }

    @Produces
    @Singleton
    ImageIndex index(OpenSearchConnection openSearch, IndexerSettings settings) {
        IndexShape shape = new IndexShape(settings.knnMode(), settings.indexShards());
        return new OpenSearchImageIndex(openSearch, IndexNames.standard(), shape);
    }

    @Produces
    @Singleton
    FeatureStore features(IndexerSettings settings) {
        return new S3FeatureStore(S3Clients.create(), settings.featuresBucket());
    }

    @Produces
    @Singleton
    PinIndex pinIndex(OpenSearchConnection openSearch) {
        return new OpenSearchPinIndex(openSearch, IndexNames.standard());
    }

    @Produces
    @Singleton
    Catalogue catalogue(IndexerSettings settings, PinIndex pinIndex, OpenSearchConnection openSearch) {
        S3Client s3 = S3Clients.create();
        return new Catalogue(
                new S3PinStore(s3, settings.catalogueBucket()),
                new S3BoardStore(s3, settings.catalogueBucket()),
                pinIndex,
                new OpenSearchEngagementIndex(openSearch, IndexNames.standard()),
                settings.parallelLoads());
    }

    @Produces
    @Singleton
    BoardFanOut boards(PinIndex pinIndex, IndexerSettings settings) {
        return new BoardFanOut(
                pinIndex,
                new SqsEventQueue<>(
                        SqsClients.create(), settings.indexQueueUrl().toString()));
    }

    @Produces
    @Singleton
    IndexReconciler reconciler(
            SourceRegistry registry, FeatureLoader loader, ImageIndex index, Catalogue catalogue, Clock clock) {
        return new IndexReconciler(registry, loader, index, catalogue, clock);
    }

    @Produces
    @Singleton
    FeatureLoader loader(FeatureStore features, IndexerSettings settings) {
        return new FeatureLoader(features, settings.parallelLoads());
    }

    @Produces
    @Singleton
    TombstonePurge purge(SourceRegistry registry, Clock clock, IndexerSettings settings) {
        return new TombstonePurge(registry, clock, settings.tombstoneAge());
    }

    @Produces
    @Singleton
    IndexUpdate update(
            SourceRegistry registry,
            IndexReconciler reconciler,
            BoardFanOut boards,
            TombstonePurge purge,
            IndexUpdate.Telling telling) {
        return new IndexUpdate(registry, reconciler, boards, purge, telling);
    }

    @Produces
    @Singleton
    IndexUpdate.Telling telling(Clock clock, Tracer tracer) {
        return new IndexUpdate.Telling(
                new IndexMetrics(new EmbeddedMetrics(clock), clock), () -> new IndexSpans(tracer, clock));
    }

    @Produces
    @Singleton
    Tracer tracer(IndexerSettings settings, Clock clock) {
        return Tracer.to(settings.tracesEndpoint().orElse(null), "indexer", clock);
    }

    void close(@Disposes Tracer tracer) {
        tracer.close();
    }
}
