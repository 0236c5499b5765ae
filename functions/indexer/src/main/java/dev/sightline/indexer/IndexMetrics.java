package dev.sightline.indexer;

import dev.sightline.index.Source;
import dev.sightline.metrics.Metric;
import dev.sightline.metrics.Metrics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Tells how long images took to be searchable, and how many never will be. A message that comes again is told again. */
final class IndexMetrics {

    private final Metrics metrics;
    private final Clock clock;

    IndexMetrics(Metrics metrics, Clock clock) {
        this.metrics = metrics;
        this.clock = clock;
    }

    /** An event of a source has had its effect on the index; one that was overtaken has none. */
    void settled(TouchedSource touched) {
        if (!touched.current()) {
            return;
        }
        switch (touched.stored().state()) {
            case INDEXED -> tellFreshness(touched.stored());
            case REJECTED, FAILED -> metrics.record(Map.of(Metric.IMAGES_LOST, 1.0));
            case PENDING, REMOVED -> {}
        }
    }

    /** Sources of before there were such times have none. Clocks of two machines may differ: never below zero. */
    private void tellFreshness(Source source) {
        if (source.receivedAt().isAfter(Instant.EPOCH)) {
            long millis = Duration.between(source.receivedAt(), clock.instant()).toMillis();
            metrics.record(Map.of(Metric.FRESHNESS, (double) Math.max(0, millis)));
        }
    }
}
