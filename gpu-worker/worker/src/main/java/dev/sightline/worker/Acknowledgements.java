package dev.sightline.worker;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;

/** Deletes finished messages, ten at a time or when asked to; they stay held until then. Safe for all threads. */
final class Acknowledgements {

    private static final Logger LOG = System.getLogger(Acknowledgements.class.getName());
    private static final int BATCH = 10;

    private final WorkQueue queue;
    private final VisibilityHeartbeat heartbeat;
    private final List<WorkMessage> finished = new ArrayList<>();

    Acknowledgements(WorkQueue queue, VisibilityHeartbeat heartbeat) {
        this.queue = queue;
        this.heartbeat = heartbeat;
    }

    /** The message is done. */
    void add(WorkMessage message) {
        if (isFullWith(message)) {
            flush();
        }
    }

    private synchronized boolean isFullWith(WorkMessage message) {
        finished.add(message);
        return finished.size() >= BATCH;
    }

    /** Deletes all that are done. One that is not deleted comes again, which is harmless: its features are found. */
    void flush() {
        List<WorkMessage> batch = take();
        if (batch.isEmpty()) {
            return;
        }
        queue.delete(batch)
                .forEach((message, reason) -> LOG.log(
                        Level.WARNING, "message %s comes again: %s".formatted(message.id(), reason.getMessage())));
        batch.forEach(heartbeat::letGo);
    }

    private synchronized List<WorkMessage> take() {
        List<WorkMessage> batch = List.copyOf(finished);
        finished.clear();
        return batch;
    }
}
