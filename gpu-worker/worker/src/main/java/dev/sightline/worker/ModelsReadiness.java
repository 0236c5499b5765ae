package dev.sightline.worker;

import dev.sightline.visual.ModelSet;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready as soon as the models are loaded; without them the worker does not start. Says which models, and which build. */
@Readiness
@Singleton
public final class ModelsReadiness implements HealthCheck {

    private final ModelSet modelSet;
    private final WorkerBuild build;

    @Inject
    ModelsReadiness(ModelSet modelSet, WorkerBuild build) {
        this.modelSet = modelSet;
        this.build = build;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("models")
                .up()
                .withData("modelSet", modelSet.id().value())
                .withData("version", build.version())
                .withData("commit", build.commit())
                .build();
    }
}
