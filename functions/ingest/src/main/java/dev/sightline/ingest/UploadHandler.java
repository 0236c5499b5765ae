package dev.sightline.ingest;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.sightline.queue.ReceivedMessage;
import dev.sightline.queue.Sent;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Entry point: a batch of the upload queue, answered with the messages that are to be received again. */
public final class UploadHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private final UploadIntake intake;

    @Inject
    UploadHandler(UploadIntake intake) {
        this.intake = intake;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        Map<String, ReceivedMessage> messages = new LinkedHashMap<>();
        event.getRecords().forEach(message -> messages.put(message.getMessageId(), received(message)));
        return new SQSBatchResponse(
                intake.take(messages).stream().map(BatchItemFailure::new).toList());
    }

    /** The bucket's notices name no trace. */
    private static ReceivedMessage received(SQSMessage message) {
        @Nullable Map<String, String> attributes = message.getAttributes();
        @Nullable String time = attributes == null ? null : attributes.get(Sent.TIME);
        return new ReceivedMessage(message.getBody(), Sent.of(time, null));
    }
}
