package dev.sightline.blender.contract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Parameters that many operations have are described once, among the components; an operation refers to them. */
final class SharedParameters {

    /** What an {@code id} in a path names, by the beginning of the path. */
    private static final Map<String, String> IDS =
            Map.of("/v1/images/", "ImageId", "/v1/boards/", "BoardId", "/v1/pins/", "PinId");

    private SharedParameters() {}

    static void applyTo(OpenAPI document) {
        Map<String, Parameter> shared = document.getComponents().getParameters();
        document.getPaths().getPathItems().forEach((path, item) -> applyTo(path, item, shared));
    }

    private static void applyTo(String path, PathItem item, Map<String, Parameter> shared) {
        item.getOperations().values().forEach(operation -> {
            List<Parameter> parameters =
                    Optional.ofNullable(operation.getParameters()).orElse(List.of());
            operation.setParameters(parameters.stream()
                    .map(parameter -> sharedOrOwn(path, parameter, shared))
                    .toList());
        });
    }

    private static Parameter sharedOrOwn(String path, Parameter parameter, Map<String, Parameter> shared) {
        return shared.entrySet().stream()
                .filter(entry -> isSame(path, parameter, entry))
                .findFirst()
                .map(entry -> OASFactory.createParameter().ref(entry.getKey()))
                .orElse(parameter);
    }

    private static boolean isSame(String path, Parameter parameter, Map.Entry<String, Parameter> shared) {
        if (parameter.getIn() != shared.getValue().getIn()) {
            return false;
        }
        return parameter.getIn() == Parameter.In.PATH
                ? IDS.entrySet().stream()
                        .anyMatch(id ->
                                path.startsWith(id.getKey()) && id.getValue().equals(shared.getKey()))
                : shared.getValue().getName().equals(parameter.getName());
    }
}
