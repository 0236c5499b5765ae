package dev.sightline.feedback;

import dev.sightline.events.AnswerServed;
import dev.sightline.events.EngagementEvent;
import dev.sightline.events.EngagementMessage;
import dev.sightline.events.EventsReported;
import dev.sightline.events.ServedResult;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** What Jackson reads and writes by reflection, for the native image; without an entry the image builds, and each message fails. */
@RegisterForReflection(
        targets = {
            EngagementMessage.class,
            EventsReported.class,
            EngagementEvent.class,
            AnswerServed.class,
            ServedResult.class
        },
        classNames = "dev.sightline.events.EventJson$EngagementMessageType")
final class FeedbackReflection {

    private FeedbackReflection() {}
}
