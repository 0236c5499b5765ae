package dev.sightline.indexer;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;

/** Entry point: a batch of the index queue, answered with the messages that are to be received again. */
public final class IndexHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private final IndexUpdate update;

    @Inject
    IndexHandler(IndexUpdate update) {
        this.update = update;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        Map<String, String> bodies = new LinkedHashMap<>();
        event.getRecords().forEach(message -> bodies.put(message.getMessageId(), message.getBody()));
        return new SQSBatchResponse(
                update.update(bodies).stream().map(BatchItemFailure::new).toList());
    }
}
