package dev.sightline.queue;

import dev.sightline.visual.SightlineException;
import java.util.List;
import java.util.Map;

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
    Map<Integer, SightlineException> send(List<E> events);
}
