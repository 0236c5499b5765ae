package dev.sightline.queue;

import dev.sightline.events.EventJson;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import dev.sightline.visual.TraceParent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/**
 * An SQS queue whose message bodies are {@link EventJson}; the place in a trace is the message attribute {@link Sent#TRACE}. Sends in batches as large as SQS allows; one that fails leaves the others
 * alone. Safe for all threads.
 */
public final class SqsEventQueue<E> implements EventQueue<E> {

    private final SqsClient sqs;
    private final String queueUrl;

    public SqsEventQueue(SqsClient sqs, String queueUrl) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
    }

    /**
     * {@inheritDoc}
     *
     * <p>The reason is {@code STORAGE_UNAVAILABLE} where a later try can help, otherwise {@code DEFECT}.
     */
    @Override
    public Map<Integer, SightlineException> send(List<E> events, Function<? super E, Optional<TraceParent>> traces) {
        List<SqsBatch.Entry> entries = IntStream.range(0, events.size())
                .mapToObj(position -> entry(position, events.get(position), traces))
                .toList();
        Map<Integer, SightlineException> refused = new TreeMap<>();
        SqsBatch.pack(entries).forEach(batch -> refused.putAll(send(batch)));
        return refused;
    }

    private static <E> SqsBatch.Entry entry(int position, E event, Function<? super E, Optional<TraceParent>> traces) {
        return new SqsBatch.Entry(
                position, EventJson.write(event), traces.apply(event).orElse(null));
    }

    private Map<Integer, SightlineException> send(SqsBatch batch) {
        Map<Integer, SightlineException> refused = new TreeMap<>();
        try {
            sqs.sendMessageBatch(request -> request.queueUrl(queueUrl).entries(requestEntries(batch)))
                    .failed()
                    .forEach(failed -> refused.put(Integer.valueOf(failed.id()), refusal(failed)));
        } catch (SdkException e) {
            SightlineException reason = SqsFailure.of("sending to " + queueUrl, e);
            batch.entries().forEach(entry -> refused.put(entry.position(), reason));
        }
        return refused;
    }

    private static List<SendMessageBatchRequestEntry> requestEntries(SqsBatch batch) {
        return batch.entries().stream()
                .map(entry -> SendMessageBatchRequestEntry.builder()
                        .id(String.valueOf(entry.position()))
                        .messageBody(entry.body())
                        .messageAttributes(attributes(entry.trace()))
                        .build())
                .toList();
    }

    private static Map<String, MessageAttributeValue> attributes(@Nullable TraceParent trace) {
        return trace == null
                ? Map.of()
                : Map.of(
                        Sent.TRACE,
                        MessageAttributeValue.builder()
                                .dataType("String")
                                .stringValue(trace.text())
                                .build());
    }

    private SightlineException refusal(BatchResultErrorEntry failed) {
        ErrorCode code = failed.senderFault() ? ErrorCode.DEFECT : ErrorCode.STORAGE_UNAVAILABLE;
        return new SightlineException(
                code, "sending to %s: %s: %s".formatted(queueUrl, failed.code(), failed.message()));
    }
}
