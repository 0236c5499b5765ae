package dev.sightline.worker;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Lets the worker's report be told every minute, and once more at the end. */
@Singleton
public final class WorkerReporting {

    private static final long SECONDS = 60;

    private final WorkerReport report;
    private final MachineReport machine;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("report").daemon().factory());

    private @Nullable ScheduledFuture<?> telling;

    @Inject
    WorkerReporting(WorkerReport report, MachineReport machine) {
        this.report = report;
        this.machine = machine;
    }

    void start(@Observes StartupEvent event) {
        telling = timer.scheduleWithFixedDelay(this::tell, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        if (telling != null) {
            telling.cancel(false);
        }
        timer.shutdown();
        if (timer.awaitTermination(1, TimeUnit.SECONDS)) {
            tell();
        }
    }

    private void tell() {
        report.tell();
        machine.tell();
    }
}
