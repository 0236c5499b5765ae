package dev.sightline.worker;

import dev.sightline.events.AnalysisRequested;
import dev.sightline.events.EventJson;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Handles one message; the one place where everything that can go wrong with it is caught. Safe for all threads. */
final class MessageHandler {

    private static final Logger LOG = System.getLogger(MessageHandler.class.getName());

    private final AnalysisWork work;
    private final int maxReceives;
    private final WorkerMetrics metrics;

    MessageHandler(AnalysisWork work, int maxReceives, WorkerMetrics metrics) {
        this.work = work;
        this.maxReceives = maxReceives;
        this.metrics = metrics;
    }

    /** Brings the message as far as it goes; {@code FAILED} if it must come again. */
    ImageOutcome handle(WorkMessage message) {
        ImageOutcome outcome = outcome(message);
        metrics.count(outcome);
        return outcome;
    }

    private ImageOutcome outcome(WorkMessage message) {
        try {
            return attempt(message, EventJson.read(message.body(), AnalysisRequested.class));
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "message %s failed on receive %d".formatted(message.id(), message.receiveCount()),
                    e);
            return ImageOutcome.FAILED;
        }
    }

    /** On the last receive the indexer is told before the message is left to the dead-letter queue. */
    private ImageOutcome attempt(WorkMessage message, AnalysisRequested request) {
        try {
            return work.perform(request);
        } catch (RuntimeException e) {
            if (message.receiveCount() >= maxReceives) {
                work.giveUp(request, reason(e));
            }
            throw e;
        }
    }

    private static SightlineException reason(RuntimeException failure) {
        return failure instanceof SightlineException known
                ? known
                : new SightlineException(ErrorCode.DEFECT, failure.toString(), failure);
    }
}
