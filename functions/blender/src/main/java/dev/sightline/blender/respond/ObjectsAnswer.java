package dev.sightline.blender.respond;

import dev.sightline.index.StoredImage;
import dev.sightline.index.StoredObject;
import dev.sightline.visual.DetectedObject;
import dev.sightline.visual.NormalizedBox;
import java.util.List;

/** The detected objects of an image, surest first. */
public record ObjectsAnswer(String imageId, String modelSet, List<Item> objects) {

    public ObjectsAnswer {
        objects = List.copyOf(objects);
    }

    /** The answer for an image. */
    public static ObjectsAnswer of(StoredImage image, List<StoredObject> objects) {
        return new ObjectsAnswer(
                image.signature().hex(),
                image.modelSet().value(),
                objects.stream().map(Item::of).toList());
    }

    /** One object; {@code confidence} in 0..1. */
    public record Item(String objectId, String category, double confidence, NormalizedBox box) {

        private static Item of(StoredObject stored) {
            DetectedObject object = stored.object();
            return new Item(stored.id().toString(), object.category(), object.confidence(), object.box());
        }
    }
}
