package dev.sightline.worker;

import dev.sightline.visual.SightlineException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Port: a queue whose received messages are hidden from others for a while, and come again unless deleted. Safe for all threads. */
interface WorkQueue {

    /**
     * Takes up to {@code limit} messages, 1..10; waits up to {@code wait} for the first. Ends early if the thread is interrupted.
     *
     * @throws SightlineException with {@code STORAGE_UNAVAILABLE} if the queue does not answer
     */
    List<WorkMessage> receive(int limit, Duration wait);

    /** Deletes messages; gives those that were not, each with its reason. */
    Map<WorkMessage, SightlineException> delete(List<WorkMessage> messages);

    /** Hides messages for this time from now on, zero: shows them at once; gives those that were not changed, with the reason. */
    Map<WorkMessage, SightlineException> hide(List<WorkMessage> messages, Duration time);

    /**
     * Whether an operator wants no messages to be received for now; receiving works nevertheless.
     *
     * @throws SightlineException with {@code STORAGE_UNAVAILABLE} if the queue does not answer
     */
    boolean paused();
}
