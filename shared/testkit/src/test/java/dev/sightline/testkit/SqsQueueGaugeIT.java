package dev.sightline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sightline.queue.QueueGauge;
import dev.sightline.queue.SqsClients;
import dev.sightline.queue.SqsQueueGauge;
import dev.sightline.queue.WatchedQueue;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;

class SqsQueueGaugeIT extends QueueGaugeContract {

    private final List<String> urls = new ArrayList<>();
    private SqsClient sqs;

    @BeforeEach
    void createQueues() {
        LocalStack.require();
        sqs = SqsClients.create();
        for (int i = 0; i < 4; i++) {
            urls.add(sqs.createQueue(request -> request.queueName(LocalStack.uniqueName("queue")))
                    .queueUrl());
        }
    }

    @AfterEach
    void removeQueues() {
        urls.forEach(url -> sqs.deleteQueue(request -> request.queueUrl(url)));
        sqs.close();
    }

    @Override
    protected QueueGauge gauge() {
        return new SqsQueueGauge(
                sqs,
                List.of(
                        new WatchedQueue("first", urls.get(0), urls.get(1)),
                        new WatchedQueue("second", urls.get(2), urls.get(3))));
    }

    @Override
    protected void send() {
        sqs.sendMessage(request -> request.queueUrl(urls.get(0)).messageBody("message"));
    }

    @Override
    protected void receive() {
        sqs.receiveMessage(request -> request.queueUrl(urls.get(0)).waitTimeSeconds(5));
    }

    @Override
    protected void giveUp() {
        sqs.sendMessage(request -> request.queueUrl(urls.get(1)).messageBody("message"));
    }

    @Test
    void read_ofAQueueThatIsNotThere_isADefect() {
        QueueGauge gauge =
                new SqsQueueGauge(sqs, List.of(new WatchedQueue("first", urls.get(0) + "-missing", urls.get(1))));

        assertThatExceptionOfType(SightlineException.class)
                .isThrownBy(gauge::read)
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.DEFECT));
    }
}
