package dev.sightline.lab.simulation;

import dev.sightline.events.EngagementKind;
import dev.sightline.visual.ImageSignature;
import java.time.Instant;
import java.util.List;

/** Port: the engine as simulated users see it. Safe for all threads. */
public interface Discovery {

    /** Related Pins of an image for a user. */
    Page related(ImageSignature query, String user, int limit);

    /**
     * Reports what users did.
     *
     * @return how many of them were accepted
     */
    int report(List<Reported> events);

    /** An answer: its results by rank, and the variant that the user got; empty if the answer names none. */
    record Page(String requestId, String variant, List<ImageSignature> results) {

        public Page {
            results = List.copyOf(results);
        }
    }

    /** One event as a client reports it; {@code user} is the client's own id. */
    record Reported(
            String eventId,
            EngagementKind kind,
            String requestId,
            ImageSignature query,
            ImageSignature image,
            int rank,
            String user,
            Instant occurredAt) {}
}
