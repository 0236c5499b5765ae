package dev.sightline.blender.status;

import dev.sightline.blender.status.StatusAnswer.Freshness;
import dev.sightline.events.BuildVersion;
import dev.sightline.index.IndexGeneration;
import dev.sightline.index.SearchView;
import dev.sightline.index.Source;
import dev.sightline.index.SourceRegistry;
import dev.sightline.index.SourceState;
import dev.sightline.index.VisualSearcher;
import dev.sightline.policy.Policies;
import dev.sightline.queue.QueueDepth;
import dev.sightline.queue.QueueGauge;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts the status from the registry, the index and the queues. */
public final class StatusCount {

    private static final Logger LOG = System.getLogger(StatusCount.class.getName());
    private static final BuildVersion BUILD = BuildVersion.of(StatusCount.class);
    private static final int LATELY = 20;
    private static final double MILLIS = 1000;

    private final VisualSearcher searcher;
    private final SourceRegistry registry;
    private final Policies policies;
    private final QueueGauge queues;
    private final Clock clock;

    public StatusCount(
            VisualSearcher searcher, SourceRegistry registry, Policies policies, QueueGauge queues, Clock clock) {
        this.searcher = searcher;
        this.registry = registry;
        this.policies = policies;
        this.queues = queues;
        this.clock = clock;
    }

    /** The numbers now. */
    public StatusAnswer count() {
        Instant now = clock.instant();
        SearchView view = searcher.open();
        Optional<IndexGeneration> generation = view.generation();
        SearchView.Sizes sizes = generation.isEmpty() ? new SearchView.Sizes(0, 0) : view.sizes();
        return new StatusAnswer(
                counts(),
                reasons(),
                registry.oldestPending().map(since -> seconds(since, now)).orElse(null),
                freshness(registry.lastIndexed(LATELY), now),
                depths(),
                policies.current().version(),
                generation.map(served -> served.modelSet().value()).orElse(null),
                generation.map(IndexGeneration::number).orElse(null),
                sizes.images(),
                sizes.objects(),
                now,
                BUILD.version(),
                BUILD.commit());
    }

    private Map<String, Long> counts() {
        Map<SourceState, Long> counted = registry.counts();
        Map<String, Long> counts = new LinkedHashMap<>();
        for (SourceState state : SourceState.values()) {
            counts.put(state.slug(), counted.getOrDefault(state, 0L));
        }
        return counts;
    }

    private Map<String, Map<String, Long>> reasons() {
        Map<String, Map<String, Long>> reasons = new TreeMap<>();
        registry.reasons().forEach((state, counted) -> {
            Map<String, Long> ofState = new TreeMap<>();
            counted.forEach((ErrorCode reason, Long number) -> ofState.put(reason.slug(), number));
            reasons.put(state.slug(), ofState);
        });
        return reasons;
    }

    private static @Nullable Freshness freshness(List<Source> last, Instant now) {
        if (last.isEmpty()) {
            return null;
        }
        Instant newest = last.getFirst().changedAt();
        List<Double> times = last.stream()
                .filter(source -> source.receivedAt().isAfter(Instant.EPOCH))
                .map(source -> seconds(source.receivedAt(), source.changedAt()))
                .sorted()
                .toList();
        return new Freshness(
                newest,
                seconds(newest, now),
                times.size(),
                times.isEmpty() ? null : times.get((times.size() - 1) / 2),
                times.isEmpty() ? null : times.getLast());
    }

    /** Null where the queues cannot be read, for example without the permission: the other numbers are worth an answer. */
    private @Nullable List<QueueDepth> depths() {
        try {
            return queues.read();
        } catch (SightlineException e) {
            LOG.log(Level.WARNING, "the queues cannot be read", e);
            return null;
        }
    }

    /** Clocks of two machines may differ: never below zero. */
    private static double seconds(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toMillis()) / MILLIS;
    }
}
