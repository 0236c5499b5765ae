package dev.sightline.worker;

import dev.sightline.storage.FeatureStore;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Starts the queue loop with the process and ends it on SIGTERM, and when the process has grown too large. */
@Singleton
public final class WorkerLifecycle {

    private static final Logger LOG = System.getLogger(WorkerLifecycle.class.getName());

    private final QueueLoop loop;
    private final WorkerModels models;
    private final FeatureStore features;
    private final MemoryWatch memory;
    private final long periodMillis;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("memory-watch").daemon().factory());

    private @Nullable ScheduledFuture<?> watching;

    @Inject
    WorkerLifecycle(
            QueueLoop loop, WorkerModels models, FeatureStore features, MemoryWatch memory, WorkerSettings settings) {
        this.loop = loop;
        this.models = models;
        this.features = features;
        this.memory = memory;
        periodMillis = settings.memory().period().toMillis();
    }

    /** Whoever finds a record finds its model set described, so that is stored first. */
    void start(@Observes StartupEvent event) {
        features.announce(models.modelSet());
        models.next().forEach(features::announce);
        loop.start();
        watching = timer.scheduleWithFixedDelay(memory::look, periodMillis, periodMillis, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        LOG.log(Level.INFO, "stops: receives no more, finishes what runs");
        if (watching != null) {
            watching.cancel(false);
        }
        loop.stop();
    }
}
