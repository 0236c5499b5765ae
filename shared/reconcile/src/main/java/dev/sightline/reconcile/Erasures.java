package dev.sightline.reconcile;

import dev.sightline.events.AnswerServed;
import dev.sightline.events.EngagementEvent;
import java.time.Instant;
import java.util.Map;

/** Who asked to be forgotten, up to when. */
record Erasures(Map<String, Instant> upTo) {

    Erasures {
        upTo = Map.copyOf(upTo);
    }

    boolean cover(EngagementEvent event) {
        return cover(event.user(), event.receivedAt());
    }

    boolean cover(AnswerServed answer) {
        return cover(answer.user(), answer.servedAt());
    }

    private boolean cover(String user, Instant received) {
        Instant end = upTo.get(user);
        return end != null && !received.isAfter(end);
    }
}
