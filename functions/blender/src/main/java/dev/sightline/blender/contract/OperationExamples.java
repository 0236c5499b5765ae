package dev.sightline.blender.contract;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.media.Content;

/**
 * Shows the examples of {@code META-INF/openapi.yaml} at the operations that they are of: those named {@code <operation>.request...} at
 * requests in JSON, those named {@code <operation>.photo...} at others, those named {@code <operation>.<status>...} at responses.
 */
final class OperationExamples {

    private static final String JSON = "application/json";

    private OperationExamples() {}

    static void applyTo(OpenAPI document) {
        Set<String> names = Optional.ofNullable(document.getComponents().getExamples())
                .map(Map::keySet)
                .orElse(Set.of());
        SchemaWalk.operations(document).forEach(operation -> {
            String id = operation.getOperationId();
            if (operation.getRequestBody() != null) {
                showRequest(operation.getRequestBody().getContent(), id, names);
            }
            showResponses(operation, id, names);
        });
    }

    private static void showRequest(Content content, String id, Set<String> names) {
        content.getMediaTypes()
                .forEach((type, media) ->
                        media.setExamples(named(type.equals(JSON) ? id + ".request" : id + ".photo", names)));
    }

    private static void showResponses(Operation operation, String id, Set<String> names) {
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (response.getContent() != null) {
                response.getContent()
                        .getMediaTypes()
                        .values()
                        .forEach(media -> media.setExamples(named(id + "." + status, names)));
            }
        });
    }

    private static Map<String, Example> named(String prefix, Set<String> names) {
        Map<String, Example> examples = new TreeMap<>();
        names.stream()
                .filter(name -> name.equals(prefix) || name.startsWith(prefix + "."))
                .forEach(name -> examples.put(name, OASFactory.createExample().ref(name)));
        return examples;
    }
}
