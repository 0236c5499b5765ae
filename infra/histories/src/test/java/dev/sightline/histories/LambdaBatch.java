package dev.sightline.histories;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Calls a function as Lambda does. */
final class LambdaBatch {

    private LambdaBatch() {}

    /** The ids of the messages that the function reports as failed. */
    @SuppressWarnings("NullAway") // The context is not read.
    static Set<String> invoke(
            RequestHandler<SQSEvent, SQSBatchResponse> function, List<SimulatedQueue.Message> messages) {
        SQSEvent event = new SQSEvent();
        event.setRecords(messages.stream().map(LambdaBatch::message).toList());
        return function.handleRequest(event, null).getBatchItemFailures().stream()
                .map(BatchItemFailure::getItemIdentifier)
                .collect(Collectors.toSet());
    }

    private static SQSMessage message(SimulatedQueue.Message received) {
        SQSMessage message = new SQSMessage();
        message.setMessageId(received.id());
        message.setBody(received.body());
        return message;
    }
}
