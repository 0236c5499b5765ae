package dev.sightline.lab.objects;

import dev.sightline.lab.detection.BoxedPicture;
import dev.sightline.lab.detection.TrueObject;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A picture in an index: as a whole, by its detected boxes, and by its true ones. {@code objects} are the true objects that are not
 * ignored, in the order of {@code trueBoxes}.
 */
record SearchablePicture(
        BoxedPicture picture,
        List<TrueObject> objects,
        BoxView whole,
        List<BoxView> detectedBoxes,
        List<BoxView> trueBoxes) {

    SearchablePicture {
        objects = List.copyOf(objects);
        detectedBoxes = List.copyOf(detectedBoxes);
        trueBoxes = List.copyOf(trueBoxes);
    }

    boolean shows(String category) {
        return objects.stream().anyMatch(object -> object.category().equals(category));
    }

    /** Whether an object was cut from this corpus picture; false for null. */
    boolean isComposedOf(@Nullable String source) {
        return source != null && objects.stream().anyMatch(object -> Objects.equals(object.source(), source));
    }
}
