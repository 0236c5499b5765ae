package dev.sightline.local;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.visual.NormalizedBox;
import java.util.List;

/** The detected objects of an image, surest first. */
record ImageObjects(String imageId, List<Item> objects) {

    ImageObjects {
        objects = List.copyOf(objects);
    }

    static ImageObjects of(JsonNode answer) {
        return ApiJson.read(answer, ImageObjects.class);
    }

    /** One object; confidence in 0..1. */
    record Item(String objectId, String category, double confidence, NormalizedBox box) {}
}
