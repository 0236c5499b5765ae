package dev.sightline.blender.contract;

import dev.sightline.blender.access.OperationRoles;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** Every operation says which role a key needs for it, in the extension {@value #ROLE}. */
final class KeyedAccess {

    static final String ROLE = "x-role";

    private KeyedAccess() {}

    static void applyTo(OpenAPI document) {
        document.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations()
                        .forEach((method, operation) -> operation.addExtension(
                                ROLE, OperationRoles.of(method.name(), path).slug())));
    }
}
