package dev.sightline.worker;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps every message that the worker holds hidden from others: those that wait for a thread as well as those that are handled. Safe
 * for all threads.
 */
final class VisibilityHeartbeat {

    private static final Logger LOG = System.getLogger(VisibilityHeartbeat.class.getName());

    private final WorkQueue queue;
    private final Duration visibility;
    private final Map<String, WorkMessage> held = new ConcurrentHashMap<>();

    VisibilityHeartbeat(WorkQueue queue, Duration visibility) {
        this.queue = queue;
        this.visibility = visibility;
    }

    /** From now on the message stays hidden. */
    void hold(WorkMessage message) {
        held.put(message.receipt(), message);
    }

    /** From now on the message is left alone. */
    void letGo(WorkMessage message) {
        held.remove(message.receipt());
    }

    /** What is held now. */
    List<WorkMessage> held() {
        return List.copyOf(held.values());
    }

    /** Hides everything held for another full time. */
    void beat() {
        queue.hide(held(), visibility)
                .forEach((message, reason) -> LOG.log(
                        Level.WARNING, "message %s may come twice: %s".formatted(message.id(), reason.getMessage())));
    }
}
