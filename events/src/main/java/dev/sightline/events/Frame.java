package dev.sightline.events;

/**
 * What was decoded: {@code format} in lower case (jpeg, png ...), and the size in pixels of the displayed frame, after EXIF
 * orientation. Boxes are fractions of this frame.
 *
 * @throws IllegalArgumentException if a side is not positive
 */
public record Frame(String format, int width, int height) {

    public Frame {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("expected a positive size, got %d x %d".formatted(width, height));
        }
    }
}
