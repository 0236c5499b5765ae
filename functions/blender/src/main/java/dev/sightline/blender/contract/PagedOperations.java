package dev.sightline.blender.contract;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;

/** Lists refuse cursors that are too old. */
final class PagedOperations {

    private static final String REFUSALS = "410";

    private PagedOperations() {}

    static void applyTo(OpenAPI document) {
        SchemaWalk.operations(document)
                .filter(PagedOperations::takesCursor)
                .forEach(operation -> ProblemResponses.addStatuses(operation, REFUSALS));
    }

    private static boolean takesCursor(Operation operation) {
        return Optional.ofNullable(operation.getParameters()).orElse(List.of()).stream()
                .anyMatch(parameter -> "cursor".equals(parameter.getName()));
    }
}
