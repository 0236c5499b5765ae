package dev.sightline.worker;

import dev.sightline.events.AnalysisRequested;
import dev.sightline.events.EventJson;
import dev.sightline.queue.Sent;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A queue in memory with SQS's rules of visibility, on a given clock. A poll ends at once. Safe for all threads. */
final class InMemoryWorkQueue implements WorkQueue {

    private static final class Entry {
        private final String body;
        private Instant visibleAt;
        private String receipt = "never received";
        private int receives;

        Entry(String body, Instant visibleAt) {
            this.body = body;
            this.visibleAt = visibleAt;
        }
    }

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Clock clock;
    private final Duration visibility;
    private boolean paused;
    private int mostReceives;
    private int sent;
    private int polls;

    InMemoryWorkQueue(Clock clock, Duration visibility) {
        this.clock = clock;
        this.visibility = visibility;
    }

    synchronized String send(String body) {
        String id = "message-" + sent++;
        entries.put(id, new Entry(body, clock.instant()));
        return id;
    }

    String send(AnalysisRequested request) {
        return send(EventJson.write(request));
    }

    /** The ids of all messages that are not deleted. */
    synchronized List<String> remaining() {
        return List.copyOf(entries.keySet());
    }

    /** How many messages could be received now. */
    synchronized long visible() {
        return entries.values().stream().filter(this::isVisible).count();
    }

    /** Pauses the queue or resumes it, as an operator does. */
    synchronized void pause(boolean now) {
        paused = now;
    }

    /** How often the most received message was received. */
    synchronized int mostReceives() {
        return mostReceives;
    }

    /** How many messages are held by somebody, or wait for their time. */
    synchronized long hidden() {
        return entries.size() - visible();
    }

    /** How often somebody asked for messages. */
    synchronized int polls() {
        return polls;
    }

    @Override
    public synchronized List<WorkMessage> receive(int limit, Duration wait) {
        polls++;
        List<WorkMessage> received = new ArrayList<>();
        entries.forEach((id, entry) -> {
            if (received.size() < limit && isVisible(entry)) {
                entry.receives++;
                mostReceives = Math.max(mostReceives, entry.receives);
                entry.receipt = id + "#" + entry.receives;
                entry.visibleAt = clock.instant().plus(visibility);
                received.add(new WorkMessage(id, entry.receipt, entry.body, entry.receives, Sent.UNKNOWN));
            }
        });
        return received;
    }

    @Override
    public synchronized Map<WorkMessage, SightlineException> delete(List<WorkMessage> messages) {
        Map<WorkMessage, SightlineException> refused = refused(messages);
        messages.stream()
                .filter(message -> !refused.containsKey(message))
                .forEach(message -> entries.remove(message.id()));
        return refused;
    }

    @Override
    public synchronized Map<WorkMessage, SightlineException> hide(List<WorkMessage> messages, Duration time) {
        Map<WorkMessage, SightlineException> refused = refused(messages);
        entries.forEach((id, entry) -> messages.stream()
                .filter(message -> message.receipt().equals(entry.receipt))
                .forEach(message -> entry.visibleAt = clock.instant().plus(time)));
        return refused;
    }

    @Override
    public synchronized boolean paused() {
        return paused;
    }

    private Map<WorkMessage, SightlineException> refused(List<WorkMessage> messages) {
        Map<WorkMessage, SightlineException> refused = new HashMap<>();
        for (WorkMessage message : messages) {
            Entry entry = entries.get(message.id());
            if (entry == null || !entry.receipt.equals(message.receipt())) {
                refused.put(
                        message, new SightlineException(ErrorCode.STORAGE_UNAVAILABLE, "receipt is not the last one"));
            }
        }
        return refused;
    }

    private boolean isVisible(Entry entry) {
        return !entry.visibleAt.isAfter(clock.instant());
    }
}
