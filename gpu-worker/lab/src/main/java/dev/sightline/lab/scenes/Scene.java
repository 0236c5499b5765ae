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

    /**
     * A picture of the corpus ({@code file}: its name below the corpus folder), the box around what can be seen of its opaque area,
     * and the share of that area that can be seen, above 0 and up to 1.
     */
    public record Placed(String label, String file, NormalizedBox box, double visible) {

        /** One that nothing covers. */
        public Placed(String label, String file, NormalizedBox box) {
            this(label, file, box, 1);
        }
    }
}
