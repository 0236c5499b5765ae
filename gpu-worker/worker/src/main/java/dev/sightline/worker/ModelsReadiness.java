package dev.sightline.worker;

import dev.sightline.visual.ModelSet;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready as soon as the models are loaded; without them the worker does not start. */
@Readiness
@Singleton
public final class ModelsReadiness implements HealthCheck {

    private final ModelSet modelSet;

    @Inject
    ModelsReadiness(ModelSet modelSet) {
        this.modelSet = modelSet;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("models")
                .up()
                .withData("modelSet", modelSet.id().value())
                .build();
    }
}
