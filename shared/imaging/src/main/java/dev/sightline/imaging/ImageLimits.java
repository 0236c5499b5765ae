package dev.sightline.imaging;

/**
 * What a decoder accepts, and how large its result may be.
 *
 * <p>{@code maxBytes}: size of the file. {@code maxPixels}: width x height that the header declares, checked before any pixel is
 * decoded. {@code maxSide}: longest side of the decoded pixels; larger frames are scaled down to it, never refused. A decode holds
 * at most about 32 x maxSide x maxSide bytes beside the file, except WebP and TIFF, whose readers may hold the whole frame.
 *
 * @throws IllegalArgumentException if a limit is not positive
 */
public record ImageLimits(int maxBytes, long maxPixels, int maxSide) {

    /** 50 MiB, 128 million pixels (a 12,000 x 9,000 photo passes), 2048 pixels a side. */
    public static final ImageLimits DEFAULT = new ImageLimits(50 * 1024 * 1024, 128_000_000, 2048);

    public ImageLimits {
        if (maxBytes < 1 || maxPixels < 1 || maxSide < 1) {
            throw new IllegalArgumentException("expected positive limits, got %d bytes, %d pixels, %d a side"
                    .formatted(maxBytes, maxPixels, maxSide));
        }
    }
}
