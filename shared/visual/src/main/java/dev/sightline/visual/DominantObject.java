package dev.sightline.visual;

/**
 * The object that an image is about: its position in the list of detected objects, and its score of {@link DominantObjectRule}, 0..1,
 * larger is more dominant. Ours.
 *
 * @throws IllegalArgumentException if the position is negative or the score lies outside 0..1
 */
public record DominantObject(int position, DetectedObject object, double score) {

    public DominantObject {
        if (position < 0 || !(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException(
                    "expected a position >= 0 and a score in 0..1, got %d and %s".formatted(position, score));
        }
    }
}
