package dev.sightline.worker;

import dev.sightline.storage.FeatureStore;
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
    private final WorkerModels models;
    private final FeatureStore features;

    @Inject
    WorkerLifecycle(QueueLoop loop, WorkerModels models, FeatureStore features) {
        this.loop = loop;
        this.models = models;
        this.features = features;
    }

    /** Whoever finds a record finds its model set described, so that is stored first. */
    void start(@Observes StartupEvent event) {
        features.announce(models.modelSet());
        models.next().forEach(features::announce);
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        LOG.log(Level.INFO, "stops: receives no more, finishes what runs");
        loop.stop();
    }
}
