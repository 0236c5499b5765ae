package dev.sightline.testkit;

import dev.sightline.queue.EventQueue;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import dev.sightline.visual.TraceParent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A queue that remembers what was sent, in order, and refuses what it is told to. Safe for all threads. */
public final class RecordingEventQueue<E> implements EventQueue<E> {

    private final List<E> sent = new ArrayList<>();
    private final List<Optional<TraceParent>> traces = new ArrayList<>();
    private Set<Integer> refused = Set.of();

    /** From now on each {@link #send} refuses the events at these positions, with {@code STORAGE_UNAVAILABLE}; none: accepts all. */
    public synchronized void refuse(Integer... positions) {
        refused = Set.of(positions);
    }

    @Override
    public synchronized Map<Integer, SightlineException> send(
            List<E> events, Function<? super E, Optional<TraceParent>> traceOf) {
        Map<Integer, SightlineException> refusals = new HashMap<>();
        for (int i = 0; i < events.size(); i++) {
            if (refused.contains(i)) {
                refusals.put(i, new SightlineException(ErrorCode.STORAGE_UNAVAILABLE, "refused position " + i));
            } else {
                sent.add(events.get(i));
                traces.add(traceOf.apply(events.get(i)));
            }
        }
        return refusals;
    }

    /** Everything accepted so far. */
    public synchronized List<E> sent() {
        return List.copyOf(sent);
    }

    /** Of everything accepted so far, in the same order. */
    public synchronized List<Optional<TraceParent>> traces() {
        return List.copyOf(traces);
    }
}
