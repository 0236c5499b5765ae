package dev.sightline.worker;

import dev.sightline.events.QueueTags;
import dev.sightline.queue.Sent;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * An SQS queue; batches of ten, each entry's failure by itself. It is paused by its tag {@value dev.sightline.events.QueueTags#PAUSED} with the value {@code true},
 * which takes the permission {@code sqs:ListQueueTags} to read.
 */
final class SqsWorkQueue implements WorkQueue {

    private static final int MAX_ENTRIES = 10;

    private final SqsClient sqs;
    private final String queueUrl;

    SqsWorkQueue(SqsClient sqs, String queueUrl) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
    }

    @Override
    public List<WorkMessage> receive(int limit, Duration wait) {
        try {
            return sqs
                    .receiveMessage(request -> request.queueUrl(queueUrl)
                            .maxNumberOfMessages(limit)
                            .waitTimeSeconds(Math.toIntExact(wait.toSeconds()))
                            .messageSystemAttributeNames(
                                    MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT,
                                    MessageSystemAttributeName.SENT_TIMESTAMP)
                            .messageAttributeNames(Sent.TRACE))
                    .messages()
                    .stream()
                    .map(SqsWorkQueue::workMessage)
                    .toList();
        } catch (SdkException e) {
            throw unavailable("receiving", e);
        }
    }

    @Override
    public Map<WorkMessage, SightlineException> delete(List<WorkMessage> messages) {
        return inBatches("deleting", messages, batch -> {
            List<DeleteMessageBatchRequestEntry> entries = IntStream.range(0, batch.size())
                    .mapToObj(i -> DeleteMessageBatchRequestEntry.builder()
                            .id(String.valueOf(i))
                            .receiptHandle(batch.get(i).receipt())
                            .build())
                    .toList();
            return sqs.deleteMessageBatch(request -> request.queueUrl(queueUrl).entries(entries))
                    .failed();
        });
    }

    @Override
    public Map<WorkMessage, SightlineException> hide(List<WorkMessage> messages, Duration time) {
        int seconds = Math.toIntExact(time.toSeconds());
        return inBatches("hiding", messages, batch -> {
            List<ChangeMessageVisibilityBatchRequestEntry> entries = IntStream.range(0, batch.size())
                    .mapToObj(i -> ChangeMessageVisibilityBatchRequestEntry.builder()
                            .id(String.valueOf(i))
                            .receiptHandle(batch.get(i).receipt())
                            .visibilityTimeout(seconds)
                            .build())
                    .toList();
            return sqs.changeMessageVisibilityBatch(
                            request -> request.queueUrl(queueUrl).entries(entries))
                    .failed();
        });
    }

    @Override
    public boolean paused() {
        try {
            Map<String, String> tags =
                    sqs.listQueueTags(request -> request.queueUrl(queueUrl)).tags();
            return Boolean.parseBoolean(tags.get(QueueTags.PAUSED));
        } catch (SdkException e) {
            throw unavailable("reading tags", e);
        }
    }

    private Map<WorkMessage, SightlineException> inBatches(
            String action, List<WorkMessage> messages, Function<List<WorkMessage>, List<BatchResultErrorEntry>> call) {
        Map<WorkMessage, SightlineException> refused = new HashMap<>();
        for (int from = 0; from < messages.size(); from += MAX_ENTRIES) {
            List<WorkMessage> batch = messages.subList(from, Math.min(messages.size(), from + MAX_ENTRIES));
            try {
                call.apply(batch)
                        .forEach(failed ->
                                refused.put(batch.get(Integer.parseInt(failed.id())), refusal(action, failed)));
            } catch (SdkException e) {
                batch.forEach(message -> refused.put(message, unavailable(action, e)));
            }
        }
        return refused;
    }

    private SightlineException refusal(String action, BatchResultErrorEntry failed) {
        return new SightlineException(
                ErrorCode.STORAGE_UNAVAILABLE,
                "%s in %s: %s: %s".formatted(action, queueUrl, failed.code(), failed.message()));
    }

    private SightlineException unavailable(String action, SdkException failure) {
        return new SightlineException(
                ErrorCode.STORAGE_UNAVAILABLE,
                "%s in %s: %s".formatted(action, queueUrl, failure.getMessage()),
                failure);
    }

    private static WorkMessage workMessage(Message message) {
        String count = message.attributes().get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT);
        return new WorkMessage(
                message.messageId(), message.receiptHandle(), message.body(), Integer.parseInt(count), sent(message));
    }

    private static Sent sent(Message message) {
        @Nullable MessageAttributeValue trace = message.messageAttributes().get(Sent.TRACE);
        return Sent.of(
                message.attributes().get(MessageSystemAttributeName.SENT_TIMESTAMP),
                trace == null ? null : trace.stringValue());
    }
}
