package dev.sightline.local.operate;

import dev.sightline.index.SourceState;
import dev.sightline.visual.ErrorCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a deployment is at one moment.
 *
 * @param at that moment
 * @param sources the number of sources in each state
 * @param reasons why sources were rejected or failed, by state
 * @param oldest since when the source that has waited longest is pending, if one is
 * @param settled how many sources came to a result within {@link #PACE_WINDOW} before
 * @param queues in the order of the flow
 */
public record PipelineReport(
        Instant at,
        Map<SourceState, Long> sources,
        Map<SourceState, Map<ErrorCode, Long>> reasons,
        @Nullable Instant oldest,
        long settled,
        List<QueueReport> queues) {

    /** What the rate is measured over. */
    public static final Duration PACE_WINDOW = Duration.ofMinutes(1);

    public PipelineReport {
        sources = Map.copyOf(sources);
        reasons = Map.copyOf(reasons);
        queues = List.copyOf(queues);
    }

    public long count(SourceState state) {
        return sources.getOrDefault(state, 0L);
    }

    /** The number of messages that wait or are being handled, dead letters not among them. */
    public long backlog() {
        return queues.stream().mapToLong(queue -> queue.depth().total()).sum();
    }

    /** Sources that came to a result per second. */
    public double rate() {
        return (double) settled / PACE_WINDOW.toSeconds();
    }

    /** How long the backlog takes at this rate; zero if there is none, empty if nothing moves. */
    public Optional<Duration> timeLeft() {
        if (backlog() == 0) {
            return Optional.of(Duration.ZERO);
        }
        return settled == 0 ? Optional.empty() : Optional.of(Duration.ofMillis(Math.round(1000 * backlog() / rate())));
    }

    public Optional<Instant> oldestPending() {
        return Optional.ofNullable(oldest);
    }

    /**
     * Everything that was uploaded before this moment answers queries, or was refused with a reason: since when the oldest pending
     * source waits, or now if none is pending and no queue holds anything. Empty while nothing is pending and a queue holds messages:
     * what they speak of is not recorded yet.
     */
    public Optional<Instant> freshUntil() {
        return oldestPending().or(() -> backlog() == 0 ? Optional.of(at) : Optional.empty());
    }
}
