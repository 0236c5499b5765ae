package dev.sightline.feedback;

import dev.sightline.storage.EngagementLog;
import dev.sightline.storage.S3Clients;
import dev.sightline.storage.S3EngagementLog;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Puts the stages together with the real store and index, from the settings. Connections live as long as the process. */
final class FeedbackWiring {

    @Produces
    @Singleton
    EngagementLog log(FeedbackSettings settings) {
        return new S3EngagementLog(S3Clients.create(), settings.engagementBucket());
    }

    @Produces
    @Singleton
    LogWriter writer(EngagementLog log) {
        return new LogWriter(log);
    }
}
