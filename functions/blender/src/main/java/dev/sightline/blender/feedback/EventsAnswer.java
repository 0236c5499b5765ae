package dev.sightline.blender.feedback;

import java.util.List;

/** How many events were accepted, and which were not. */
public record EventsAnswer(int accepted, List<RejectedEvent> rejected) {

    public EventsAnswer {
        rejected = List.copyOf(rejected);
    }
}
