package dev.sightline.ingest;

import dev.sightline.events.EventJson;
import dev.sightline.events.SourceVersion;
import dev.sightline.ingest.Verdict.Analyze;
import dev.sightline.ingest.Verdict.Drop;
import dev.sightline.ingest.Verdict.Report;
import dev.sightline.queue.PartialBatch;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Set;

/** All stages of ingest over one batch of messages. */
final class UploadIntake {

    private static final Logger LOG = System.getLogger(UploadIntake.class.getName());

    private final UploadReceiver receiver = new UploadReceiver();
    private final UploadCheck check;
    private final UploadOrder order;
    private final UploadRequests requests;

    UploadIntake(UploadCheck check, UploadOrder order, UploadRequests requests) {
        this.check = check;
        this.order = order;
        this.requests = requests;
    }

    /**
     * Takes in a batch.
     *
     * @param bodies by message id
     * @return the ids of the messages that are to be received again
     */
    Set<String> take(Map<String, String> bodies) {
        PartialBatch batch = new PartialBatch();
        Map<String, Verdict> verdicts = batch.each(bodies, body -> order.order(check.check(receiver.receive(body))));
        requests.request(verdicts).forEach(batch::fail);
        Set<String> failed = batch.failedIds();
        verdicts.forEach((id, verdict) -> {
            if (!failed.contains(id)) {
                log(verdict);
            }
        });
        return failed;
    }

    private static void log(Verdict verdict) {
        String outcome = switch (verdict) {
            case Analyze _ -> "requested";
            case Report report -> report.event().getClass().getSimpleName();
            case Drop drop -> "dropped reason=" + drop.why();
        };
        SourceVersion source = verdict.source();
        LOG.log(
                Level.INFO,
                "outcome={0} sequencer={1} key={2}",
                outcome,
                source.sequencer(),
                EventJson.write(source.key()));
    }
}
