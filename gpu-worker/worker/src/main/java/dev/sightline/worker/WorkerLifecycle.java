package dev.sightline.worker;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Starts the queue loop with the process and ends it on SIGTERM. */
@Singleton
public final class WorkerLifecycle {

    private static final Logger LOG = System.getLogger(WorkerLifecycle.class.getName());

    private final QueueLoop loop;

    @Inject
    WorkerLifecycle(QueueLoop loop) {
        this.loop = loop;
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        LOG.log(Level.INFO, "stops: receives no more, finishes what runs");
        loop.stop();
    }
}
