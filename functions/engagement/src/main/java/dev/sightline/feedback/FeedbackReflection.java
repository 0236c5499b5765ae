package dev.sightline.feedback;

import dev.sightline.events.AnswerServed;
import dev.sightline.events.DayRollUp;
import dev.sightline.events.EngagementEvent;
import dev.sightline.events.EngagementMessage;
import dev.sightline.events.Erasure;
import dev.sightline.events.EventsReported;
import dev.sightline.events.RolledUpCount;
import dev.sightline.events.ServedResult;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** What Jackson reads and writes by reflection, for the native image; without an entry the image builds, and each message fails. */
@RegisterForReflection(
        targets = {
            EngagementMessage.class,
            Erasure.class,
            EventsReported.class,
            RolledUpCount.class,
            DayRollUp.class,
            EngagementEvent.class,
            AnswerServed.class,
            ServedResult.class
        },
        classNames = {"dev.sightline.events.EventJson$EngagementMessageType", "org.eclipse.parsson.JsonProviderImpl"})
final class FeedbackReflection {

    private FeedbackReflection() {}
}
