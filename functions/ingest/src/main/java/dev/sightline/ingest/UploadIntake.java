package dev.sightline.ingest;

import dev.sightline.events.EventJson;
import dev.sightline.events.SourceVersion;
import dev.sightline.ingest.Verdict.Analyze;
import dev.sightline.ingest.Verdict.Drop;
import dev.sightline.ingest.Verdict.Report;
import dev.sightline.logs.LogFields;
import dev.sightline.queue.PartialBatch;
import dev.sightline.queue.ReceivedMessage;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** All stages of ingest over one batch of messages. */
final class UploadIntake {

    private static final Logger LOG = System.getLogger(UploadIntake.class.getName());

    private final UploadReceiver receiver = new UploadReceiver();
    private final UploadCheck check;
    private final UploadOrder order;
    private final UploadRequests requests;
    private final Supplier<IngestSpans> tracing;

    /** @param tracing gives the spans of a batch */
    UploadIntake(UploadCheck check, UploadOrder order, UploadRequests requests, Supplier<IngestSpans> tracing) {
        this.check = check;
        this.order = order;
        this.requests = requests;
        this.tracing = tracing;
    }

    /**
     * Takes in a batch.
     *
     * @param messages by message id
     * @return the ids of the messages that are to be received again
     */
    Set<String> take(Map<String, ReceivedMessage> messages) {
        IngestSpans spans = tracing.get();
        PartialBatch batch = new PartialBatch();
        Map<String, Verdict> verdicts = batch.each(messages, message -> verdict(message, spans));
        requests.request(verdicts, spans).forEach(batch::fail);
        Set<String> failed = batch.failedIds();
        verdicts.forEach((id, verdict) -> {
            if (!failed.contains(id)) {
                noteFields(verdict.source(), spans);
                spans.end(verdict.source(), outcome(verdict));
                log(verdict);
            }
        });
        spans.end();
        LogFields.clear();
        return failed;
    }

    private static void noteFields(SourceVersion source, IngestSpans spans) {
        LogFields.add(LogFields.KEY, source.key());
        spans.of(source).ifPresent(place -> LogFields.add(LogFields.TRACE_ID, place.traceId()));
    }

    private Verdict verdict(ReceivedMessage message, IngestSpans spans) {
        LogFields.clear();
        BucketChange change = receiver.receive(message.body());
        spans.begin(change, message.sent());
        noteFields(change.source(), spans);
        return order.order(check.check(change));
    }

    private static String outcome(Verdict verdict) {
        return switch (verdict) {
            case Analyze _ -> "requested";
            case Report report -> report.event().getClass().getSimpleName();
            case Drop drop -> "dropped reason=" + drop.why();
        };
    }

    private static void log(Verdict verdict) {
        SourceVersion source = verdict.source();
        LOG.log(
                Level.INFO,
                "outcome={0} sequencer={1} key={2}",
                outcome(verdict),
                source.sequencer(),
                EventJson.write(source.key()));
    }
}
