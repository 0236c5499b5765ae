package dev.sightline.local.ask;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.visual.NormalizedBox;
import java.util.List;

/** The detected objects of an image, surest first. */
public record ImageObjects(String imageId, List<Item> objects) {

    public ImageObjects {
        objects = List.copyOf(objects);
    }

    public static ImageObjects of(JsonNode answer) {
        return ApiJson.read(answer, ImageObjects.class);
    }

    /** One object; confidence in 0..1. */
    public record Item(String objectId, String category, double confidence, NormalizedBox box) {}
}
