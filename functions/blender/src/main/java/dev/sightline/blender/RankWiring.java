package dev.sightline.blender;

import dev.sightline.blender.rank.AnswerLog;
import dev.sightline.blender.rank.PoolLookup;
import dev.sightline.blender.rank.PoolRanking;
import dev.sightline.blender.rank.Rankers;
import dev.sightline.events.EngagementMessage;
import dev.sightline.index.EngagementIndex;
import dev.sightline.index.PinIndex;
import dev.sightline.queue.EventQueue;
import dev.sightline.storage.RankerStore;
import dev.sightline.storage.S3RankerStore;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import software.amazon.awssdk.services.s3.S3Client;

/** Puts together what orders Related Pins and logs the order; as {@link Wiring}. */
final class RankWiring {

    @Produces
    @Singleton
    RankerStore rankers(S3Client s3, BlenderSettings settings) {
        return new S3RankerStore(s3, settings.featuresBucket());
    }

    @Produces
    @Singleton
    PoolRanking ranking(PinIndex pins, EngagementIndex engagement, RankerStore rankers, BlenderSettings settings) {
        PoolLookup lookup = new PoolLookup(pins, engagement, settings.rankBudget());
        return new PoolRanking(lookup, new Rankers(rankers, settings.rankBudget()));
    }

    @Produces
    @Singleton
    VisualDiscovery.Ordering ordering(PoolRanking ranking, AnswerLog answers) {
        return new VisualDiscovery.Ordering(ranking, answers);
    }

    @Produces
    @Singleton
    AnswerLog answers(EventQueue<EngagementMessage> queue, BlenderSettings settings, Clock clock) {
        return new AnswerLog(queue, clock, settings.answerLogGrace());
    }
}
