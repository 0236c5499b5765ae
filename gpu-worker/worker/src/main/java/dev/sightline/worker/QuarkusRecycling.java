package dev.sightline.worker;

import io.quarkus.runtime.Quarkus;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;

/** Ends the application as SIGTERM does, with the status that asks for a new start. Safe for all threads. */
final class QuarkusRecycling implements Recycling {

    private static final Logger LOG = System.getLogger(QuarkusRecycling.class.getName());

    private final AtomicBoolean asked = new AtomicBoolean();

    @Override
    public void recycle(String reason) {
        if (asked.compareAndSet(false, true)) {
            LOG.log(Level.WARNING, "asks for a new start with exit status %d: %s".formatted(EXIT_STATUS, reason));
            Quarkus.asyncExit(EXIT_STATUS);
        }
    }
}
