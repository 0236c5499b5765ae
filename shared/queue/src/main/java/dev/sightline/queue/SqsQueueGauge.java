package dev.sightline.queue;

import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Asks SQS for the approximate numbers of some queues. Safe for all threads. */
public final class SqsQueueGauge implements QueueGauge {

    private final SqsClient sqs;
    private final List<WatchedQueue> queues;

    public SqsQueueGauge(SqsClient sqs, List<WatchedQueue> queues) {
        this.sqs = sqs;
        this.queues = List.copyOf(queues);
    }

    @Override
    public List<QueueDepth> read() {
        return queues.stream().map(this::depth).toList();
    }

    private QueueDepth depth(WatchedQueue queue) {
        Map<QueueAttributeName, String> work = attributes(queue.url());
        return new QueueDepth(
                queue.name(),
                number(work, APPROXIMATE_NUMBER_OF_MESSAGES),
                number(work, APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE),
                number(attributes(queue.deadLetterUrl()), APPROXIMATE_NUMBER_OF_MESSAGES));
    }

    private Map<QueueAttributeName, String> attributes(String url) {
        try {
            return sqs.getQueueAttributes(request -> request.queueUrl(url)
                            .attributeNames(APPROXIMATE_NUMBER_OF_MESSAGES, APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                    .attributes();
        } catch (SdkException e) {
            throw SqsFailure.of("looking at " + url, e);
        }
    }

    private static long number(Map<QueueAttributeName, String> attributes, QueueAttributeName name) {
        return Long.parseLong(attributes.getOrDefault(name, "0"));
    }
}
