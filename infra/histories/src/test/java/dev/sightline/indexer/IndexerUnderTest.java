package dev.sightline.indexer;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.sightline.events.IndexMessage;
import dev.sightline.index.PinIndex;
import dev.sightline.index.SourceRegistry;
import dev.sightline.metrics.Metrics;
import dev.sightline.queue.EventQueue;
import dev.sightline.reconcile.IndexReconciler;
import dev.sightline.tracing.Tracer;
import java.time.Clock;
import java.time.Duration;

/** The indexer function on given ports, put together as its wiring does. */
public final class IndexerUnderTest {

    private static final Duration TOMBSTONE_AGE = Duration.ofDays(14);

    private IndexerUnderTest() {}

    public static RequestHandler<SQSEvent, SQSBatchResponse> on(
            IndexReconciler reconciler,
            SourceRegistry registry,
            PinIndex pinIndex,
            EventQueue<IndexMessage> indexQueue,
            Clock clock) {
        return new IndexHandler(new IndexUpdate(
                registry,
                reconciler,
                new BoardFanOut(pinIndex, indexQueue),
                new TombstonePurge(registry, clock, TOMBSTONE_AGE),
                new IndexUpdate.Telling(
                        new IndexMetrics(Metrics.NONE, clock), () -> new IndexSpans(Tracer.NONE, clock))));
    }
}
