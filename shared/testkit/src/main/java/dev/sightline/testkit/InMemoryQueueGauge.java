package dev.sightline.testkit;

import dev.sightline.queue.QueueDepth;
import dev.sightline.queue.QueueGauge;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.util.List;

/** Two queues, {@code first} and {@code second}, of which the first is moved by hand. Safe for all threads. */
public final class InMemoryQueueGauge implements QueueGauge {

    private QueueDepth first = new QueueDepth("first", 0, 0, 0);
    private boolean permitted = true;

    /** From now on the queues may not be read. */
    public synchronized void forbid() {
        permitted = false;
    }

    /** Ends {@link #forbid}. */
    public synchronized void permit() {
        permitted = true;
    }

    /** Sets the numbers of the first queue. */
    public synchronized void show(long waiting, long inFlight, long deadLetters) {
        first = new QueueDepth("first", waiting, inFlight, deadLetters);
    }

    @Override
    public synchronized List<QueueDepth> read() {
        if (!permitted) {
            throw new SightlineException(ErrorCode.DEFECT, "the fake queues may not be read");
        }
        return List.of(first, new QueueDepth("second", 0, 0, 0));
    }
}
