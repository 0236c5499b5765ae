package dev.sightline.events;

import java.util.List;

/** A client reported events, all of which are valid. Engagement queue. */
public record EventsReported(List<EngagementEvent> events) implements EngagementMessage {

    public EventsReported {
        events = List.copyOf(events);
    }
}
