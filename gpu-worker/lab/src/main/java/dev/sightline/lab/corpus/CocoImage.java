package dev.sightline.lab.corpus;

import java.util.List;

/**
 * An image and what is in it: {@code file} is its name below the folder of the pictures, {@code width} x {@code height} are pixels.
 *
 * @throws IllegalArgumentException if the name is blank or a side is not positive
 */
public record CocoImage(String file, int width, int height, List<CocoObject> objects) {

    public CocoImage {
        if (file.isBlank()) {
            throw new IllegalArgumentException("expected the name of an image, got '%s'".formatted(file));
        }
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException(
                    "%s: expected a width and height of at least 1, got %d x %d".formatted(file, width, height));
        }
        objects = List.copyOf(objects);
    }
}
