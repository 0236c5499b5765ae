package dev.sightline.worker;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Tells what the queue loop does; a worker that is paused or waits for storage is ready all the same, since it answers queries. */
@Readiness
@Singleton
public final class QueueReadiness implements HealthCheck {

    private final QueueLoop loop;

    @Inject
    QueueReadiness(QueueLoop loop) {
        this.loop = loop;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("queue")
                .up()
                .withData("state", loop.state().name().toLowerCase(Locale.ROOT))
                .build();
    }
}
