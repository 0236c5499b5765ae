package dev.sightline.feedback;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.Map;

/** Entry point of the log: a batch of the engagement queue, answered with the messages that are to be received again. */
@Named("engagement")
public final class EngagementHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private final LogWriter writer;

    @Inject
    EngagementHandler(LogWriter writer) {
        this.writer = writer;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        Map<String, String> bodies = new LinkedHashMap<>();
        event.getRecords().forEach(message -> bodies.put(message.getMessageId(), message.getBody()));
        return new SQSBatchResponse(
                writer.write(bodies).stream().map(BatchItemFailure::new).toList());
    }
}
