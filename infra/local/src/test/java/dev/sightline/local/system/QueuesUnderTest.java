package dev.sightline.local.system;

import dev.sightline.events.OutputNames;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * The pipeline's queues for the time of a test. They hide received messages for less long than in a deployment, so that those of a
 * killed process come again soon; closing gives them back their own time.
 */
final class QueuesUnderTest implements AutoCloseable {

    private static final List<String> QUEUES =
            List.of(OutputNames.UPLOAD_QUEUE_URL, OutputNames.ANALYSIS_QUEUE_URL, OutputNames.INDEX_QUEUE_URL);

    private final RunningSystem system;
    private final SqsClient sqs;
    private final Map<String, String> ownTimes = new HashMap<>();

    QueuesUnderTest(RunningSystem system) {
        this.system = system;
        sqs = AwsClients.sqs(system.awsEndpoint());
        QUEUES.forEach(queue -> ownTimes.put(queue, attribute(queue, QueueAttributeName.VISIBILITY_TIMEOUT)));
    }

    /** From now on what is received and not deleted comes again after this time. */
    void hideFor(Duration time) {
        QUEUES.forEach(queue -> hideFor(queue, String.valueOf(time.toSeconds())));
    }

    /** Whether nothing waits or is being handled. */
    boolean areIdle() {
        return QUEUES.stream().mapToInt(this::messages).sum() == 0;
    }

    /** Messages that wait, and those being handled. */
    int messages(String queue) {
        return Integer.parseInt(attribute(queue, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                + Integer.parseInt(attribute(queue, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                + Integer.parseInt(attribute(queue, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED));
    }

    @Override
    public void close() {
        ownTimes.forEach(this::hideFor);
        sqs.close();
    }

    private void hideFor(String queue, String seconds) {
        sqs.setQueueAttributes(request -> request.queueUrl(system.output(queue))
                .attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, seconds)));
    }

    private String attribute(String queue, QueueAttributeName name) {
        return sqs.getQueueAttributes(
                        request -> request.queueUrl(system.output(queue)).attributeNames(name))
                .attributes()
                .getOrDefault(name, "");
    }
}
