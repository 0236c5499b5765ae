package dev.sightline.local.operate;

import dev.sightline.events.OutputNames;
import dev.sightline.local.site.Site;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The backlog as SQS tells it. */
final class SqsBacklog implements Backlog {

    private static final List<String> QUEUES = List.of(OutputNames.UPLOAD_QUEUE_URL, OutputNames.ANALYSIS_QUEUE_URL);

    private final Site site;

    SqsBacklog(Site site) {
        this.site = site;
    }

    @Override
    public long messages() {
        return QUEUES.stream().map(site::output).mapToLong(this::messages).sum();
    }

    private long messages(String queueUrl) {
        try {
            return site
                    .sqs()
                    .getQueueAttributes(request -> request.queueUrl(queueUrl)
                            .attributeNames(
                                    QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                    QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                    .attributes()
                    .values()
                    .stream()
                    .mapToLong(Long::parseLong)
                    .sum();
        } catch (SdkException e) {
            throw new SightlineException(
                    ErrorCode.STORAGE_UNAVAILABLE,
                    "cannot read the depth of %s: %s".formatted(queueUrl, e.getMessage()),
                    e);
        }
    }
}
