package dev.sightline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.events.AnalysisRequested;
import dev.sightline.events.EventJson;
import dev.sightline.queue.EventQueue;
import dev.sightline.queue.SqsClients;
import dev.sightline.queue.SqsEventQueue;
import dev.sightline.visual.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

class SqsEventQueueIT extends EventQueueContract {

    private SqsClient sqs;
    private String url;

    @BeforeEach
    void createQueue() {
        LocalStack.require();
        sqs = SqsClients.create();
        url = sqs.createQueue(request -> request.queueName(LocalStack.uniqueName("queue")))
                .queueUrl();
    }

    @AfterEach
    void removeQueue() {
        sqs.deleteQueue(request -> request.queueUrl(url));
        sqs.close();
    }

    @Override
    protected EventQueue<AnalysisRequested> queue() {
        return new SqsEventQueue<>(sqs, url);
    }

    @Override
    protected List<AnalysisRequested> received() {
        List<AnalysisRequested> events = new ArrayList<>();
        List<Message> messages = receive();
        while (!messages.isEmpty()) {
            for (Message message : messages) {
                EventSchemas.assertValid(message.body(), AnalysisRequested.class);
                events.add(EventJson.read(message.body(), AnalysisRequested.class));
            }
            messages = receive();
        }
        return events;
    }

    private List<Message> receive() {
        return sqs.receiveMessage(
                        request -> request.queueUrl(url).maxNumberOfMessages(10).waitTimeSeconds(1))
                .messages();
    }

    @Test
    void send_tooLargeEventAmongOthers_isRefusedAloneAsADefect() {
        AnalysisRequested small = Fixtures.anAnalysisRequested().build();
        AnalysisRequested tooLarge =
                Fixtures.anAnalysisRequested().withEtag("e".repeat(2_000_000)).build();
        var refused = queue().send(List.of(small, tooLarge, small));
        assertThat(refused).containsOnlyKeys(1);
        assertThat(refused.values()).allMatch(reason -> reason.code() == ErrorCode.DEFECT);
        assertThat(received()).containsExactly(small, small);
    }

    @Test
    void send_missingQueue_refusesAllAsADefect() {
        AnalysisRequested event = Fixtures.anAnalysisRequested().build();
        var refused = new SqsEventQueue<AnalysisRequested>(sqs, url + "-missing").send(List.of(event, event));
        assertThat(refused).containsOnlyKeys(0, 1);
        assertThat(refused.values()).allMatch(reason -> reason.code() == ErrorCode.DEFECT);
    }

    @Test
    void send_nothingListens_refusesAllAsUnavailable() {
        AnalysisRequested event = Fixtures.anAnalysisRequested().build();
        try (SqsClient dead =
                SqsClient.builder().endpointOverride(LocalStack.DEAD).build()) {
            var refused = new SqsEventQueue<AnalysisRequested>(dead, url).send(List.of(event));
            assertThat(refused.values()).allMatch(reason -> reason.code() == ErrorCode.STORAGE_UNAVAILABLE);
        }
    }
}
