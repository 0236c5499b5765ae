package dev.sightline.blender;

import dev.sightline.blender.catalogue.ImageFiles;
import dev.sightline.blender.repeat.RepeatedRequests;
import dev.sightline.blender.status.EngagementAnswer;
import dev.sightline.blender.status.EngagementCount;
import dev.sightline.blender.status.Recent;
import dev.sightline.blender.status.StatusAnswer;
import dev.sightline.blender.status.StatusCount;
import dev.sightline.blender.understand.BoundedWork;
import dev.sightline.blender.understand.TimeBudget;
import dev.sightline.index.SourceRegistry;
import dev.sightline.index.VisualSearcher;
import dev.sightline.policy.Policies;
import dev.sightline.queue.QueueGauge;
import dev.sightline.queue.SqsQueueGauge;
import dev.sightline.queue.WatchedQueue;
import dev.sightline.storage.ImageStore;
import dev.sightline.storage.RequestStore;
import dev.sightline.storage.RollUpStore;
import dev.sightline.storage.S3RequestStore;
import dev.sightline.storage.S3RollUpStore;
import dev.sightline.storage.S3ThumbnailStore;
import dev.sightline.storage.ThumbnailStore;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Puts together what gives images' files and the system's status, and does requests once; as {@link Wiring}. */
final class FilesWiring {

    private static final Duration STATUS_KEPT = Duration.ofSeconds(2);
    private static final Duration ENGAGEMENT_KEPT = Duration.ofMinutes(1);

    /** A status is several searches and a call for each queue. */
    private static final int STATUS_BUDGETS = 4;

    @Produces
    @Singleton
    ThumbnailStore thumbnails(S3Client s3, BlenderSettings settings) {
        return new S3ThumbnailStore(s3, settings.featuresBucket());
    }

    @Produces
    @Singleton
    ImageFiles files(ImageLookup lookup, ThumbnailStore thumbnails, ImageStore originals) {
        return new ImageFiles(lookup::indexed, thumbnails, originals);
    }

    @Produces
    @Singleton
    RequestStore requests(S3Client s3, BlenderSettings settings) {
        return new S3RequestStore(s3, settings.queriesBucket());
    }

    @Produces
    @Singleton
    RepeatedRequests repeated(RequestStore requests, Clock clock) {
        return new RepeatedRequests(requests, clock);
    }

    @Produces
    @Singleton
    QueueGauge queues(SqsClient sqs, BlenderSettings settings) {
        List<WatchedQueue> watched = settings.watchedQueues().stream()
                .flatMap(List::stream)
                .map(WatchedQueue::parse)
                .toList();
        return new SqsQueueGauge(sqs, watched);
    }

    @Produces
    @Singleton
    StatusCount count(
            VisualSearcher searcher, SourceRegistry registry, Policies policies, QueueGauge queues, Clock clock) {
        return new StatusCount(searcher, registry, policies, queues, clock);
    }

    @Produces
    @Singleton
    Recent<StatusAnswer> status(StatusCount count, BlenderSettings settings, Clock clock) {
        Duration budget = settings.queryBudget().multipliedBy(STATUS_BUDGETS);
        return new Recent<>(
                () -> BoundedWork.within(TimeBudget.start(budget, System::nanoTime), count::count), STATUS_KEPT, clock);
    }

    @Produces
    @Singleton
    RollUpStore rollUps(S3Client s3, BlenderSettings settings) {
        return new S3RollUpStore(s3, settings.engagementBucket());
    }

    @Produces
    @Singleton
    Recent<EngagementAnswer> engagement(RollUpStore rollUps, Clock clock) {
        return new Recent<>(new EngagementCount(rollUps, clock)::count, ENGAGEMENT_KEPT, clock);
    }
}
