package dev.sightline.events;

/**
 * What was decoded: {@code format} in lower case (jpeg, png ...), the size in pixels of the displayed frame, after EXIF
 * orientation, and which frame or page of the file it is: {@code number} counts from 0. Boxes are fractions of this frame.
 *
 * <p>What was written before frames had numbers is read with 0: then the first frame was taken always.
 *
 * @throws IllegalArgumentException if a side is not positive, or the number negative
 */
public record Frame(String format, int width, int height, int number) {

    public Frame {
        if (width < 1 || height < 1 || number < 0) {
            throw new IllegalArgumentException("expected a positive size and a number from 0, got %d x %d and %d"
                    .formatted(width, height, number));
        }
    }

    /** The first frame of a file. */
    public Frame(String format, int width, int height) {
        this(format, width, height, 0);
    }
}
