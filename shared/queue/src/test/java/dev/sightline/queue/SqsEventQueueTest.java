package dev.sightline.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.events.EventJson;
import dev.sightline.events.ImageRemoved;
import dev.sightline.events.IndexEvent;
import dev.sightline.events.Sequencer;
import dev.sightline.events.SourceVersion;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import dev.sightline.visual.TraceParent;
import java.net.ConnectException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

class SqsEventQueueTest {

    private static final String URL = "https://queue.invalid/index";

    @Test
    void send_event_writesItAsEventJsonOfItsInterface() {
        ScriptedSqs sqs = new ScriptedSqs(request -> accepted());
        IndexEvent event = event(7);
        assertThat(new SqsEventQueue<IndexEvent>(sqs, URL).send(List.of(event))).isEmpty();
        SendMessageBatchRequest request = sqs.requests.getFirst();
        assertThat(request.queueUrl()).isEqualTo(URL);
        assertThat(EventJson.read(request.entries().getFirst().messageBody(), IndexEvent.class))
                .isEqualTo(event);
    }

    @Test
    void send_eventsWithTraces_haveThemAsAttributesAndTheOthersNone() {
        ScriptedSqs sqs = new ScriptedSqs(request -> accepted());
        TraceParent trace = new TraceParent("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331", "01");
        IndexEvent traced = event(1);
        new SqsEventQueue<IndexEvent>(sqs, URL)
                .send(List.of(traced, event(2)), event -> event.equals(traced) ? Optional.of(trace) : Optional.empty());

        var entries = sqs.requests.getFirst().entries();
        assertThat(entries.get(0).messageAttributes()).containsOnlyKeys("traceparent");
        String told = Objects.requireNonNull(entries.get(0).messageAttributes().get(Sent.TRACE))
                .stringValue();
        assertThat(Sent.of("1767323045123", told)).isEqualTo(new Sent(Instant.ofEpochMilli(1767323045123L), trace));
        assertThat(entries.get(1).messageAttributes()).isEmpty();
    }

    @Test
    void sent_ofOtherForms_saysNothing() {
        assertThat(Sent.of(null, null)).isEqualTo(Sent.UNKNOWN);
        assertThat(Sent.of("soon", "somewhere")).isEqualTo(Sent.UNKNOWN);
    }

    @Test
    void send_refusedEntries_areReportedByPositionWithTheirReason() {
        ScriptedSqs sqs =
                new ScriptedSqs(request -> request.entries().getFirst().id().equals("10")
                        ? failed(entry("11", false), entry("10", true))
                        : accepted());
        Map<Integer, SightlineException> refused = send(sqs, 12);
        assertThat(refused).containsOnlyKeys(10, 11);
        assertThat(refused.get(10)).extracting("code").isEqualTo(ErrorCode.DEFECT);
        assertThat(refused.get(11)).extracting("code").isEqualTo(ErrorCode.STORAGE_UNAVAILABLE);
        assertThat(refused.get(11)).hasMessage("sending to " + URL + ": InternalError: try again");
    }

    @Test
    void send_oneRequestFails_refusesItsEventsAndSendsTheOthers() {
        ScriptedSqs sqs = new ScriptedSqs(request -> {
            if (request.entries().getFirst().id().equals("0")) {
                throw SdkClientException.create("no answer", new ConnectException("refused"));
            }
            return accepted();
        });
        Map<Integer, SightlineException> refused = send(sqs, 12);
        assertThat(refused.keySet()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(refused.values()).allMatch(reason -> reason.code() == ErrorCode.STORAGE_UNAVAILABLE);
        assertThat(sqs.requests).hasSize(2);
    }

    private static Map<Integer, SightlineException> send(SqsClient sqs, int count) {
        List<IndexEvent> events =
                IntStream.range(0, count).mapToObj(SqsEventQueueTest::event).toList();
        return new SqsEventQueue<IndexEvent>(sqs, URL).send(events);
    }

    private static IndexEvent event(int n) {
        return new ImageRemoved(new SourceVersion("images", "key " + n, new Sequencer("0A")), Instant.EPOCH);
    }

    private static SendMessageBatchResponse accepted() {
        return failed();
    }

    private static SendMessageBatchResponse failed(BatchResultErrorEntry... entries) {
        return SendMessageBatchResponse.builder().failed(entries).build();
    }

    private static BatchResultErrorEntry entry(String id, boolean senderFault) {
        return BatchResultErrorEntry.builder()
                .id(id)
                .senderFault(senderFault)
                .code("InternalError")
                .message("try again")
                .build();
    }

    /** Answers from a script and remembers the requests. */
    private static final class ScriptedSqs implements SqsClient {

        private final List<SendMessageBatchRequest> requests = new ArrayList<>();
        private final Function<SendMessageBatchRequest, SendMessageBatchResponse> script;

        ScriptedSqs(Function<SendMessageBatchRequest, SendMessageBatchResponse> script) {
            this.script = script;
        }

        @Override
        public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
            requests.add(request);
            return script.apply(request);
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }
}
