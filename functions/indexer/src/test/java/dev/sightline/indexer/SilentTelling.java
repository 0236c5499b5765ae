package dev.sightline.indexer;

import dev.sightline.metrics.Metrics;
import dev.sightline.tracing.Tracer;
import java.time.Clock;

/** Nobody hears of the work. */
final class SilentTelling {

    private SilentTelling() {}

    static IndexUpdate.Telling at(Clock clock) {
        return new IndexUpdate.Telling(new IndexMetrics(Metrics.NONE, clock), () -> new IndexSpans(Tracer.NONE, clock));
    }
}
