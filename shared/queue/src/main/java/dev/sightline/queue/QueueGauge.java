package dev.sightline.queue;

import java.util.List;

/** Port: how far the work behind some queues lags. */
@FunctionalInterface
public interface QueueGauge {

    /**
     * The queues in a fixed order.
     *
     * @throws dev.sightline.visual.SightlineException with {@code STORAGE_UNAVAILABLE} if a later try can help, otherwise with {@code DEFECT}
     */
    List<QueueDepth> read();
}
