package dev.sightline.ingest;

import static dev.sightline.testkit.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.events.AnalysisRequested;
import dev.sightline.events.EventJson;
import dev.sightline.events.IndexEvent;
import dev.sightline.storage.UploadTraces;
import dev.sightline.testkit.InMemorySourceRegistry;
import dev.sightline.testkit.RecordingEventQueue;
import dev.sightline.tracing.Tracer;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UploadHandlerTest {

    private final RecordingEventQueue<AnalysisRequested> analysisQueue = new RecordingEventQueue<>();
    private final RecordingEventQueue<IndexEvent> indexQueue = new RecordingEventQueue<>();
    private final UploadHandler handler = new UploadHandler(new UploadIntake(
            new UploadCheck(64 << 20, Clock.fixed(NOW, ZoneOffset.UTC)),
            new UploadOrder(new InMemorySourceRegistry()),
            new UploadRequests(analysisQueue, indexQueue),
            () -> new IngestSpans(Tracer.NONE, UploadTraces.NONE)));

    @Test
    @SuppressWarnings("NullAway") // The context is not read.
    void handleRequest_withTenMessagesAndOnePoisoned_failsOnlyThatOne() {
        SQSBatchResponse response = handler.handleRequest(recordedBatch(), null);

        assertThat(response.getBatchItemFailures())
                .extracting(BatchItemFailure::getItemIdentifier)
                .containsExactly("message-6");
        assertThat(analysisQueue.sent())
                .extracting(request -> request.source().key())
                .containsExactly(
                        "photos/1 椅.jpg", "photos/2 椅.jpg", "photos/3 椅.jpg", "photos/4 椅.jpg", "photos/5 椅.jpg");
        assertThat(indexQueue.sent())
                .extracting(
                        event -> event.getClass().getSimpleName(),
                        event -> event.source().key())
                .containsExactly(
                        tuple("ImageRemoved", "photos/old.jpg"),
                        tuple("ImageRejected", "photos/empty.jpg"),
                        tuple("ImageRejected", "photos/huge.tiff"));
    }

    private static SQSEvent recordedBatch() {
        List<SQSMessage> messages = new ArrayList<>();
        for (JsonNode item : EventJson.read(RecordedEvents.read("sqs-batch.json"), JsonNode.class)
                .get("Records")) {
            SQSMessage message = new SQSMessage();
            message.setMessageId(item.get("messageId").textValue());
            message.setBody(item.get("body").textValue());
            messages.add(message);
        }
        SQSEvent event = new SQSEvent();
        event.setRecords(messages);
        return event;
    }
}
