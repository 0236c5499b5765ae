package dev.sightline.local.upload;

import dev.sightline.events.OutputNames;
import dev.sightline.local.system.AwsClients;
import dev.sightline.local.system.RunningSystem;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** How many messages wait in each queue of the pipeline. */
final class QueueDepths {

    private static final List<String> QUEUES = List.of(
            OutputNames.UPLOAD_QUEUE_URL,
            OutputNames.ANALYSIS_QUEUE_URL,
            OutputNames.INDEX_QUEUE_URL,
            OutputNames.UPLOAD_DEAD_LETTER_QUEUE_URL,
            OutputNames.ANALYSIS_DEAD_LETTER_QUEUE_URL,
            OutputNames.INDEX_DEAD_LETTER_QUEUE_URL);

    private QueueDepths() {}

    /** Such as {@code AnalysisQueue 3 + 16 in flight}, a queue a line. */
    static String describe(RunningSystem system) {
        try (SqsClient sqs = AwsClients.sqs(system.awsEndpoint())) {
            return QUEUES.stream()
                    .map(queue -> "  %s %s".formatted(queue.replace("Url", ""), depth(sqs, system.output(queue))))
                    .collect(Collectors.joining(System.lineSeparator()));
        } catch (SdkException e) {
            return "  the queues do not answer: " + e.getMessage();
        }
    }

    private static String depth(SqsClient sqs, String url) {
        var attributes = sqs.getQueueAttributes(request -> request.queueUrl(url)
                        .attributeNames(
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                .attributes();
        return "%s + %s in flight"
                .formatted(
                        attributes.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES),
                        attributes.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE));
    }
}
