package dev.sightline.blender.contract;

import dev.sightline.blender.repeat.RequestKey;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;

/** Operations that create take an idempotency key, which they can refuse. */
final class KeyedOperations {

    private static final String REFUSALS = "409 422";

    private KeyedOperations() {}

    static void applyTo(OpenAPI document) {
        document.getPaths().getPathItems().forEach(KeyedOperations::applyTo);
    }

    private static void applyTo(String path, PathItem item) {
        for (Map.Entry<PathItem.HttpMethod, Operation> entry :
                item.getOperations().entrySet()) {
            if (RequestKey.isTakenBy(entry.getKey().name(), path)) {
                entry.getValue().addParameter(OASFactory.createParameter().ref("IdempotencyKey"));
                ProblemResponses.addStatuses(entry.getValue(), REFUSALS);
            }
        }
    }
}
