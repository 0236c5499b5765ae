package dev.sightline.worker;

import dev.sightline.events.AnalysisRequested;
import dev.sightline.events.EventJson;
import dev.sightline.logs.LogFields;
import dev.sightline.tracing.SpanAttributes;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Handles one message; the one place where everything that can go wrong with it is caught, errors of the JVM included: a class that
 * does not link or a stack that overflows on one image is that image's failure and not the end of a thread. Safe for all threads.
 */
final class MessageHandler {

    private static final Logger LOG = System.getLogger(MessageHandler.class.getName());

    private final AnalysisWork work;
    private final int maxReceives;
    private final Recycling recycling;
    private final WorkerMetrics metrics;

    MessageHandler(AnalysisWork work, int maxReceives, Recycling recycling, WorkerMetrics metrics) {
        this.work = work;
        this.maxReceives = maxReceives;
        this.recycling = recycling;
        this.metrics = metrics;
    }

    /** Brings the message as far as it goes; if the outcome is not done, it must come again. */
    ImageOutcome handle(WorkMessage message) {
        ImageOutcome outcome = LogFields.during(() -> metrics.spans().during(message, () -> outcome(message)));
        metrics.count(outcome);
        return outcome;
    }

    /**
     * The message goes back unhandled. If this was its last receive, it goes to the dead-letter queue instead of to another worker,
     * and the indexer is told why.
     */
    void leave(WorkMessage message, SightlineException reason) {
        if (isLastReceive(message)) {
            try {
                work.giveUp(EventJson.read(message.body(), AnalysisRequested.class), reason);
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "message %s goes to the dead-letter queue unnamed".formatted(message.id()), e);
            }
        }
    }

    private ImageOutcome outcome(WorkMessage message) {
        try {
            return attempt(message, EventJson.read(message.body(), AnalysisRequested.class));
        } catch (Throwable e) {
            SightlineException reason = reason(e);
            metrics.spans().note(SpanAttributes.ERROR, reason.code().slug());
            LOG.log(
                    Level.WARNING,
                    "message %s failed on receive %d".formatted(message.id(), message.receiveCount()),
                    reason);
            recycleAfter(e);
            return isUnavailability(reason) ? ImageOutcome.UNAVAILABLE : ImageOutcome.FAILED;
        }
    }

    /** On the last receive the indexer is told before the message is left to the dead-letter queue. */
    private ImageOutcome attempt(WorkMessage message, AnalysisRequested request) {
        try {
            metrics.spans().about(request);
            return work.perform(request);
        } catch (Throwable e) {
            if (isLastReceive(message)) {
                work.giveUp(request, reason(e));
            }
            throw e;
        }
    }

    private boolean isLastReceive(WorkMessage message) {
        return message.receiveCount() >= maxReceives;
    }

    /** Other threads may have met the same full heap, and what they left half done is unknown. */
    private void recycleAfter(Throwable failure) {
        if (failure instanceof OutOfMemoryError) {
            recycling.recycle("the heap was full: " + failure.getMessage());
        }
    }

    private static boolean isUnavailability(SightlineException reason) {
        return switch (reason.code()) {
            case STORAGE_UNAVAILABLE, INDEX_UNAVAILABLE -> true;
            default -> false;
        };
    }

    private static SightlineException reason(Throwable failure) {
        return switch (failure) {
            case SightlineException known -> known;
            case OutOfMemoryError full -> new SightlineException(ErrorCode.OUT_OF_MEMORY, full.toString(), full);
            default -> new SightlineException(ErrorCode.DEFECT, failure.toString(), failure);
        };
    }
}
