package dev.sightline.indexer;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.MessageAttribute;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.sightline.queue.ReceivedMessage;
import dev.sightline.queue.Sent;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Entry point: a batch of the index queue, answered with the messages that are to be received again. */
public final class IndexHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private final IndexUpdate update;

    @Inject
    IndexHandler(IndexUpdate update) {
        this.update = update;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        Map<String, ReceivedMessage> messages = new LinkedHashMap<>();
        event.getRecords().forEach(message -> messages.put(message.getMessageId(), received(message)));
        return new SQSBatchResponse(
                update.update(messages).stream().map(BatchItemFailure::new).toList());
    }

    private static ReceivedMessage received(SQSMessage message) {
        @Nullable Map<String, String> attributes = message.getAttributes();
        @Nullable Map<String, MessageAttribute> named = message.getMessageAttributes();
        @Nullable MessageAttribute trace = named == null ? null : named.get(Sent.TRACE);
        return new ReceivedMessage(
                message.getBody(),
                Sent.of(
                        attributes == null ? null : attributes.get(Sent.TIME),
                        trace == null ? null : trace.getStringValue()));
    }
}
