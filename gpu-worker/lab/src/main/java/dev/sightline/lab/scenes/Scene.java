package dev.sightline.lab.scenes;

import dev.sightline.visual.NormalizedBox;
import java.util.List;

/**
 * One composed picture and what is in it. {@code file} is its name in the target folder; {@code width} x {@code height} are pixels.
 */
public record Scene(String file, int width, int height, List<Placed> objects) {

    public Scene {
        objects = List.copyOf(objects);
    }

    /** A picture of the corpus ({@code file}: its name below the corpus folder) and the box of its opaque area in the scene. */
    public record Placed(String label, String file, NormalizedBox box) {}
}
