package dev.sightline.lab.detection;

import java.nio.file.Path;
import java.util.List;

/** A picture and the objects that are really in it. */
public record BoxedPicture(Path file, List<TrueObject> objects) {

    public BoxedPicture {
        objects = List.copyOf(objects);
    }
}
