package dev.sightline.visual;

/**
 * A rectangle in whole pixels of one frame.
 *
 * <p>Origin top left; {@code left + width} and {@code top + height} are the exclusive right and bottom edges. Ours.
 *
 * @throws IllegalArgumentException if an edge is negative or a side is not positive
 */
public record PixelBox(int left, int top, int width, int height) {

    public PixelBox {
        if (left < 0 || top < 0 || width < 1 || height < 1) {
            throw new IllegalArgumentException("expected left, top >= 0 and width, height >= 1, got %d, %d, %d, %d"
                    .formatted(left, top, width, height));
        }
    }
}
