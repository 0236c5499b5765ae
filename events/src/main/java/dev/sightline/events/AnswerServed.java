package dev.sightline.events;

import java.time.Instant;
import java.util.List;

/**
 * An answer as it was served, with all that its ranking saw: engagement queue, then one line of the log of answers. Training and replay read
 * it, so that they see what serving saw. Ours.
 *
 * <p>{@code query}: as in {@link EngagementEvent}. {@code user}: as there, or empty if the request named none. {@code policy}, {@code variant},
 * {@code ranker}: the versions and the name that chose; {@code none} without ranker. {@code randomized}: the order was drawn at random, each
 * result with its {@code propensity}.
 */
public record AnswerServed(
        String requestId,
        Instant servedAt,
        String query,
        String user,
        String policy,
        String variant,
        String ranker,
        boolean randomized,
        List<ServedResult> results)
        implements EngagementMessage {

    public AnswerServed {
        results = List.copyOf(results);
    }
}
