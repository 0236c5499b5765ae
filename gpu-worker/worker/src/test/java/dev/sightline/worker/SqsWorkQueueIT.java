package dev.sightline.worker;

import dev.sightline.events.QueueTags;
import dev.sightline.queue.SqsClients;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class SqsWorkQueueIT extends WorkQueueContract {

    private static final String ENDPOINT = "AWS_ENDPOINT_URL";

    private SqsClient sqs;
    private String url;

    @BeforeEach
    void createQueue() {
        String endpoint = System.getenv(ENDPOINT);
        if (endpoint == null || !endpoint.startsWith("http://127.0.0.1:")) {
            throw new AssertionError(
                    "expected %s to name LocalStack on 127.0.0.1, got %s".formatted(ENDPOINT, endpoint));
        }
        sqs = SqsClients.create();
        url = sqs.createQueue(request -> request.queueName("it-work-" + UUID.randomUUID())
                        .attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "60")))
                .queueUrl();
    }

    @AfterEach
    void removeQueue() {
        sqs.deleteQueue(request -> request.queueUrl(url));
        sqs.close();
    }

    @Override
    WorkQueue queue() {
        return new SqsWorkQueue(sqs, url);
    }

    @Override
    void send(String body) {
        sqs.sendMessage(request -> request.queueUrl(url).messageBody(body));
    }

    @Override
    void pause(boolean now) {
        if (now) {
            sqs.tagQueue(request -> request.queueUrl(url).tags(Map.of(QueueTags.PAUSED, "true")));
        } else {
            sqs.untagQueue(request -> request.queueUrl(url).tagKeys(QueueTags.PAUSED));
        }
    }
}
