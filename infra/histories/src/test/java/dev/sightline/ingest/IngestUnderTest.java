package dev.sightline.ingest;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.sightline.events.AnalysisRequested;
import dev.sightline.events.IndexEvent;
import dev.sightline.index.SourceRegistry;
import dev.sightline.queue.EventQueue;
import dev.sightline.storage.UploadTraces;
import dev.sightline.tracing.Tracer;
import java.time.Clock;

/** The ingest function on given ports, put together as its wiring does. */
public final class IngestUnderTest {

    private static final long MAX_IMAGE_BYTES = 1 << 20;

    private IngestUnderTest() {}

    public static RequestHandler<SQSEvent, SQSBatchResponse> on(
            SourceRegistry registry,
            EventQueue<AnalysisRequested> analysisQueue,
            EventQueue<IndexEvent> indexQueue,
            Clock clock) {
        return new UploadHandler(new UploadIntake(
                new UploadCheck(MAX_IMAGE_BYTES, clock),
                new UploadOrder(registry),
                new UploadRequests(analysisQueue, indexQueue),
                () -> new IngestSpans(Tracer.NONE, UploadTraces.NONE)));
    }
}
