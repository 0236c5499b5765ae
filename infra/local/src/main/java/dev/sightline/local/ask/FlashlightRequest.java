package dev.sightline.local.ask;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.visual.NormalizedBox;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Flashlight is asked: which part of which image, and how the question is narrowed. What is null or empty is left out; whether the rest
 * makes sense is for the API to say.
 */
public record FlashlightRequest(
        Part part, List<String> tags, @Nullable String category, int limit) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    public FlashlightRequest {
        tags = List.copyOf(tags);
    }

    /** A question that is not narrowed. */
    public FlashlightRequest(Part part, int limit) {
        this(part, List.of(), null, limit);
    }

    /** A detected object, or a box of an image or of a photo that Lens was shown. */
    public sealed interface Part {}

    public record OfObject(String objectId) implements Part {}

    public record OfImage(String imageId, NormalizedBox box) implements Part {}

    public record OfQuery(String queryId, NormalizedBox box) implements Part {}

    public record OfQueryObject(String queryId, String objectId) implements Part {}

    /** The body of the request. */
    ObjectNode toJson() {
        ObjectNode body = MAPPER.createObjectNode();
        switch (part) {
            case OfObject object -> body.put("objectId", object.objectId());
            case OfQueryObject object -> body.put("queryId", object.queryId()).put("objectId", object.objectId());
            case OfImage image -> putBox(body.put("imageId", image.imageId()), image.box());
            case OfQuery query -> putBox(body.put("queryId", query.queryId()), query.box());
        }
        if (!tags.isEmpty()) {
            tags.forEach(body.putArray("tags")::add);
        }
        if (category != null) {
            body.put("category", category);
        }
        return body.put("limit", limit);
    }

    private static void putBox(ObjectNode body, NormalizedBox box) {
        body.putObject("box")
                .put("x", box.x())
                .put("y", box.y())
                .put("w", box.w())
                .put("h", box.h());
    }
}
