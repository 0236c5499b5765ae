package dev.sightline.feedback;

import dev.sightline.index.IndexNames;
import dev.sightline.index.OpenSearchConnection;
import dev.sightline.index.OpenSearchEngagementIndex;
import dev.sightline.index.OpenSearchIndexInventory;
import dev.sightline.index.OpenSearchSettings;
import dev.sightline.index.OpenSearchVisualSearcher;
import dev.sightline.reconcile.EngagementRollUp;
import dev.sightline.reconcile.IndexedImages;
import dev.sightline.storage.EngagementLog;
import dev.sightline.storage.RollUpStore;
import dev.sightline.storage.S3Clients;
import dev.sightline.storage.S3EngagementLog;
import dev.sightline.storage.S3RollUpStore;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import software.amazon.awssdk.services.s3.S3Client;

/** Puts the functions together with the real store and index, from the settings. Connections live as long as the process. */
final class FeedbackWiring {

    /** Before what is put together here logs. */
    void writeLogs(
            @Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event, FeedbackSettings settings) {
        settings.logFormat().apply();
    }

    @Produces
    @Singleton
    S3Client s3() {
        return S3Clients.create();
    }

    @Produces
    @Singleton
    EngagementLog log(S3Client s3, FeedbackSettings settings) {
        return new S3EngagementLog(s3, settings.engagementBucket());
    }

    @Produces
    @Singleton
    LogWriter writer(EngagementLog log) {
        return new LogWriter(log);
    }

    @Produces
    @Singleton
    OpenSearchConnection openSearch(FeedbackSettings settings) {
        return OpenSearchConnection.open(new OpenSearchSettings(settings.opensearchUrl(), settings.opensearchAuth()));
    }

    @Produces
    @Singleton
    RollUpStore rollUps(S3Client s3, FeedbackSettings settings) {
        return new S3RollUpStore(s3, settings.engagementBucket());
    }

    @Produces
    @Singleton
    EngagementRollUp rollUp(EngagementLog log, RollUpStore rollUps, OpenSearchConnection openSearch) {
        IndexNames names = IndexNames.standard();
        IndexedImages images = new IndexedImages(
                new OpenSearchVisualSearcher(openSearch, names), new OpenSearchIndexInventory(openSearch, names));
        return new EngagementRollUp(log, rollUps, images, new OpenSearchEngagementIndex(openSearch, names));
    }
}
