package dev.sightline.queue;

import dev.sightline.visual.SightlineException;
import dev.sightline.visual.TraceParent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Port: a queue of one type of event, delivered at least once, in any order.
 *
 * @param <E> a record of {@code dev.sightline.events}, or their common interface
 */
public interface EventQueue<E> {

    /**
     * Sends events, any number of them.
     *
     * @return the events that were not accepted, by position in {@code events}, each with its reason
     */
    default Map<Integer, SightlineException> send(List<E> events) {
        return send(events, event -> Optional.empty());
    }

    /**
     * Sends events, each with the place in a trace at which it came about, where that is known; otherwise as the other.
     *
     * @param traces of the events; it travels beside the event, which stays as it is
     */
    Map<Integer, SightlineException> send(List<E> events, Function<? super E, Optional<TraceParent>> traces);
}
