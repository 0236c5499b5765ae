package dev.sightline.local.operate;

import dev.sightline.events.QueueTags;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/**
 * An SQS queue in the hands of an operator. Failures are the SDK's {@link software.amazon.awssdk.core.exception.SdkException}, which
 * name what was asked for.
 */
final class OperatedQueue {

    static final int BATCH = 10;

    /** Asks all of SQS's servers, where no wait asks some. */
    private static final int LONG_POLL_SECONDS = 1;

    private final SqsClient sqs;
    private final String url;

    OperatedQueue(SqsClient sqs, String url) {
        this.sqs = sqs;
        this.url = url;
    }

    QueueDepth depth() {
        Map<QueueAttributeName, String> attributes = sqs.getQueueAttributes(request -> request.queueUrl(url)
                        .attributeNames(
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                .attributes();
        return new QueueDepth(
                number(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES),
                number(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE));
    }

    private static long number(Map<QueueAttributeName, String> attributes, QueueAttributeName name) {
        return Long.parseLong(attributes.getOrDefault(name, "0"));
    }

    /** Takes up to {@value #BATCH} messages and hides them from others; none if there are none. */
    List<Message> take(Duration hidden) {
        return sqs.receiveMessage(request -> request.queueUrl(url)
                        .maxNumberOfMessages(BATCH)
                        .waitTimeSeconds(LONG_POLL_SECONDS)
                        .visibilityTimeout(Math.toIntExact(hidden.toSeconds()))
                        .messageAttributeNames("All")
                        .messageSystemAttributeNames(MessageSystemAttributeName.SENT_TIMESTAMP))
                .messages();
    }

    /** Shows messages again at once. One that is not shown comes back when its time is over. */
    void giveBack(List<Message> messages) {
        for (int from = 0; from < messages.size(); from += BATCH) {
            List<Message> batch = messages.subList(from, Math.min(messages.size(), from + BATCH));
            List<ChangeMessageVisibilityBatchRequestEntry> entries = IntStream.range(0, batch.size())
                    .mapToObj(i -> ChangeMessageVisibilityBatchRequestEntry.builder()
                            .id(String.valueOf(i))
                            .receiptHandle(batch.get(i).receiptHandle())
                            .visibilityTimeout(0)
                            .build())
                    .toList();
            sqs.changeMessageVisibilityBatch(request -> request.queueUrl(url).entries(entries));
        }
    }

    /** Sends the bodies of up to {@value #BATCH} messages, with their attributes; gives those that were accepted. */
    List<Message> send(List<Message> messages) {
        if (messages.isEmpty()) {
            return List.of();
        }
        List<SendMessageBatchRequestEntry> entries = IntStream.range(0, messages.size())
                .mapToObj(i -> SendMessageBatchRequestEntry.builder()
                        .id(String.valueOf(i))
                        .messageBody(messages.get(i).body())
                        .messageAttributes(messages.get(i).messageAttributes())
                        .build())
                .toList();
        return without(
                messages,
                sqs.sendMessageBatch(request -> request.queueUrl(url).entries(entries))
                        .failed());
    }

    /** Deletes up to {@value #BATCH} messages; gives those that are gone. */
    List<Message> delete(List<Message> messages) {
        if (messages.isEmpty()) {
            return List.of();
        }
        List<DeleteMessageBatchRequestEntry> entries = IntStream.range(0, messages.size())
                .mapToObj(i -> DeleteMessageBatchRequestEntry.builder()
                        .id(String.valueOf(i))
                        .receiptHandle(messages.get(i).receiptHandle())
                        .build())
                .toList();
        return without(
                messages,
                sqs.deleteMessageBatch(request -> request.queueUrl(url).entries(entries))
                        .failed());
    }

    private static List<Message> without(List<Message> messages, List<BatchResultErrorEntry> failed) {
        Set<Integer> positions =
                failed.stream().map(entry -> Integer.valueOf(entry.id())).collect(Collectors.toSet());
        List<Message> others = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            if (!positions.contains(i)) {
                others.add(messages.get(i));
            }
        }
        return others;
    }

    /** Whether consumers that ask the queue themselves are told to stop asking. */
    boolean markedPaused() {
        return Boolean.parseBoolean(
                sqs.listQueueTags(request -> request.queueUrl(url)).tags().getOrDefault(QueueTags.PAUSED, "false"));
    }

    void markPaused() {
        sqs.tagQueue(request -> request.queueUrl(url).tags(Map.of(QueueTags.PAUSED, "true")));
    }

    void unmarkPaused() {
        sqs.untagQueue(request -> request.queueUrl(url).tagKeys(QueueTags.PAUSED));
    }
}
