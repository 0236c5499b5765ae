package dev.sightline.visual;

/**
 * One box that a detector found, with its category and confidence, 0..1, larger is surer.
 *
 * @throws IllegalArgumentException if the category is blank or the confidence lies outside 0..1
 */
public record DetectedObject(String category, double confidence, NormalizedBox box) {

    public DetectedObject {
        if (category.isBlank() || !(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException(
                    "expected a category and a confidence in 0..1, got '%s' and %s".formatted(category, confidence));
        }
    }
}
