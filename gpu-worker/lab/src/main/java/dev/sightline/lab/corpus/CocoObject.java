package dev.sightline.lab.corpus;

import dev.sightline.visual.NormalizedBox;

/**
 * One annotated object of an image.
 *
 * <p>{@code box}: fractions of the image's frame. {@code visible}: the share of the object that can be seen, 0..1, excluding 0; 1
 * where nobody measured it.
 *
 * @throws IllegalArgumentException if the category is blank or {@code visible} is out of range
 */
public record CocoObject(String category, NormalizedBox box, Role role, double visible) {

    /** What an annotation means to a detector that is judged by it. */
    public enum Role {
        /** One object that is to be found. */
        OBJECT,
        /** Many objects in one box ({@code iscrowd}): any number of detections in it is neither right nor wrong. */
        CROWD,
        /** An object that its annotator was not sure of ({@code ignore}): a detection of it is neither right nor wrong. */
        IGNORED
    }

    public CocoObject {
        if (category.isBlank()) {
            throw new IllegalArgumentException("expected a category, got '%s'".formatted(category));
        }
        // Written so that NaN fails.
        if (!(visible > 0 && visible <= 1)) {
            throw new IllegalArgumentException("expected a visible share above 0 and up to 1, got " + visible);
        }
    }

    /** A wholly visible object that is to be found. */
    public static CocoObject of(String category, NormalizedBox box) {
        return new CocoObject(category, box, Role.OBJECT, 1);
    }
}
