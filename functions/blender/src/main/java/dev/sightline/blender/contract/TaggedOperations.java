package dev.sightline.blender.contract;

import dev.sightline.blender.receive.TaggedAnswers;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;

/** Operations whose answers have ETags may be asked whether something changed. */
final class TaggedOperations {

    private TaggedOperations() {}

    static void applyTo(OpenAPI document) {
        document.getPaths().getPathItems().forEach(TaggedOperations::applyTo);
    }

    private static void applyTo(String path, PathItem item) {
        for (Map.Entry<PathItem.HttpMethod, Operation> entry :
                item.getOperations().entrySet()) {
            if (TaggedAnswers.are(entry.getKey().name(), path)) {
                applyTo(entry.getValue());
            }
        }
    }

    private static void applyTo(Operation operation) {
        operation.addParameter(OASFactory.createParameter().ref("IfNoneMatch"));
        operation
                .getResponses()
                .getAPIResponse("200")
                .addHeader("ETag", OASFactory.createHeader().ref("ETag"));
        operation
                .getResponses()
                .addAPIResponse(
                        "304",
                        OASFactory.createAPIResponse()
                                .description("The client has it: If-None-Match names its ETag")
                                .addHeader("ETag", OASFactory.createHeader().ref("ETag")));
    }
}
