package dev.sightline.local.operate;

import dev.sightline.index.SourceRegistry;
import dev.sightline.local.site.Site;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads reports of a deployment. Looks at dead letters again only when their number has changed. Not thread-safe: it remembers. */
public final class PipelineWatch {

    private final Site site;
    private final Clock clock;
    private final SourceRegistry registry;
    private final PauseSwitch pauses;
    private final DeadLetterPeek peek;
    private final Map<QueuedStage, Seen> seen = new EnumMap<>(QueuedStage.class);

    public PipelineWatch(Site site, Clock clock) {
        this.site = site;
        this.clock = clock;
        this.registry = site.registry();
        this.pauses = new PauseSwitch(site);
        this.peek = new DeadLetterPeek(site);
    }

    /**
     * The deployment as it is now.
     *
     * @throws dev.sightline.visual.SightlineException with {@code INDEX_UNAVAILABLE} if OpenSearch does not answer
     */
    public PipelineReport report() {
        Instant now = clock.instant();
        List<QueueReport> queues = QueuedStage.all().stream().map(this::queue).toList();
        return new PipelineReport(
                now,
                registry.counts(),
                registry.reasons(),
                registry.oldestPending().orElse(null),
                registry.settledSince(now.minus(PipelineReport.PACE_WINDOW)),
                queues);
    }

    private QueueReport queue(QueuedStage stage) {
        QueueDepth deadLetters = stage.deadLettersOf(site).depth();
        return new QueueReport(
                stage, stage.queueOf(site).depth(), deadLetters, reasons(stage, deadLetters), pauses.paused(stage));
    }

    private Map<String, Long> reasons(QueuedStage stage, QueueDepth deadLetters) {
        if (deadLetters.total() == 0) {
            return Map.of();
        }
        Seen last = seen.get(stage);
        if (last == null || last.letters() != deadLetters.total()) {
            last = new Seen(deadLetters.total(), peek.reasons(stage));
            seen.put(stage, last);
        }
        return last.reasons();
    }

    private record Seen(long letters, Map<String, Long> reasons) {}
}
