package dev.sightline.blender.feedback;

import dev.sightline.events.EngagementEvent;
import dev.sightline.events.EventJson;
import dev.sightline.events.EventsReported;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Puts events into as few messages as the queue's limit of 256 KiB allows. */
final class EventPacking {

    /** The largest list of events in one message, in bytes of JSON; the rest of the message takes less than 100 more. */
    static final int MAX_BYTES = 240_000;

    private EventPacking() {}

    /** The messages, with the events in their order. */
    static List<EventsReported> pack(List<EngagementEvent> events) {
        List<EventsReported> messages = new ArrayList<>();
        List<EngagementEvent> current = new ArrayList<>();
        int bytes = 0;
        for (EngagementEvent event : events) {
            int size = EventJson.write(event).getBytes(StandardCharsets.UTF_8).length + 1;
            if (bytes + size > MAX_BYTES) {
                messages.add(new EventsReported(current));
                current.clear();
                bytes = 0;
            }
            current.add(event);
            bytes += size;
        }
        if (!current.isEmpty()) {
            messages.add(new EventsReported(current));
        }
        return messages;
    }
}
