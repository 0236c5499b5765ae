package dev.sightline.blender;

import dev.sightline.blender.feedback.EventIntake;
import dev.sightline.engagement.UserHash;
import dev.sightline.events.EngagementMessage;
import dev.sightline.queue.EventQueue;
import dev.sightline.queue.SqsClients;
import dev.sightline.queue.SqsEventQueue;
import dev.sightline.storage.AwsSecretSalt;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Puts together what reports of events and served answers pass on their way to the engagement log; as {@link Wiring}. */
final class FeedbackWiring {

    @Produces
    @Singleton
    SqsClient sqs() {
        return SqsClients.create();
    }

    void close(@Disposes SqsClient sqs) {
        sqs.close();
    }

    @Produces
    @Singleton
    EventQueue<EngagementMessage> engagementQueue(SqsClient sqs, BlenderSettings settings) {
        return new SqsEventQueue<>(sqs, settings.engagementQueueUrl());
    }

    @Produces
    @Singleton
    UserHash users(BlenderSettings settings) {
        return new UserHash(AwsSecretSalt.named(settings.userSaltSecret())::read);
    }

    @Startup
    @Produces
    @Singleton
    EventIntake events(EventQueue<EngagementMessage> queue, UserHash users, Clock clock) {
        return new EventIntake(queue, users, clock);
    }
}
