package dev.sightline.visual;

/**
 * A class name that a classifier gave, with its probability, 0..1.
 *
 * @throws IllegalArgumentException if the name is blank or the confidence lies outside 0..1
 */
public record Label(String name, double confidence) {

    public Label {
        if (name.isBlank() || !(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException(
                    "expected a name and a confidence in 0..1, got '%s' and %s".formatted(name, confidence));
        }
    }
}
