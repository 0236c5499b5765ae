package dev.sightline.indexer;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.sightline.index.ImageIndex;
import dev.sightline.index.SourceRegistry;
import dev.sightline.reconcile.FeatureLoader;
import dev.sightline.reconcile.IndexReconciler;
import dev.sightline.storage.FeatureStore;
import java.time.Clock;
import java.time.Duration;

/** The indexer function on given ports, put together as its wiring does. */
public final class IndexerUnderTest {

    private static final Duration TOMBSTONE_AGE = Duration.ofDays(14);

    private IndexerUnderTest() {}

    /** Loads one feature record after the other, so that a history has one course only. */
    public static RequestHandler<SQSEvent, SQSBatchResponse> on(
            SourceRegistry registry, FeatureStore features, ImageIndex index, Clock clock) {
        return new IndexHandler(new IndexUpdate(
                registry,
                new IndexReconciler(registry, new FeatureLoader(features, 1), index, clock),
                new TombstonePurge(registry, clock, TOMBSTONE_AGE)));
    }
}
