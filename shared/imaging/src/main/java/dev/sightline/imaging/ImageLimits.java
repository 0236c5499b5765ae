package dev.sightline.imaging;

import java.time.Duration;

/**
 * What a decoder accepts, and how large its result may be. All but the time is checked in the headers, before any pixel is decoded.
 *
 * <p>{@code maxBytes}: size of the file. {@code maxPixels}: width x height of the displayed area, and of each frame that is looked at.
 * {@code maxHeldPixels}: the same for files whose codec holds the whole frame while it reads, which no subsampling helps: WebP, and JPEG
 * of several scans, such as progressive ones; up to 6 bytes a pixel. {@code maxFrames}: frames or pages of the file, of which the
 * first {@value #FRAMES_LOOKED_AT} at most are looked at. {@code maxSide}: longest side of the decoded pixels; larger frames are
 * scaled down to it, never refused. {@code maxTime}: processor time of the thread that decodes, so that a busy machine refuses no
 * image that an idle one takes.
 *
 * <p>A decode holds at most about 40 x maxSide x maxSide bytes beside the file and what a codec holds.
 *
 * @throws IllegalArgumentException if a limit is not positive
 */
public record ImageLimits(
        int maxBytes, long maxPixels, long maxHeldPixels, int maxFrames, int maxSide, Duration maxTime) {

    /** Frames or pages that are decoded in search of one that is not flat. */
    public static final int FRAMES_LOOKED_AT = 16;

    /**
     * 50 MiB, 128 million pixels (a 12,000 x 9,000 photo passes), 50 million where the codec holds them, 10,000 frames, 2048 pixels a
     * side, 20 seconds.
     */
    public static final ImageLimits DEFAULT =
            new ImageLimits(50 * 1024 * 1024, 128_000_000, 50_000_000, 10_000, 2048, Duration.ofSeconds(20));

    public ImageLimits {
        if (maxBytes < 1 || maxPixels < 1 || maxHeldPixels < 1 || maxFrames < 1 || maxSide < 1) {
            throw new IllegalArgumentException(
                    "expected positive limits, got %d bytes, %d pixels, %d held pixels, %d frames, %d a side"
                            .formatted(maxBytes, maxPixels, maxHeldPixels, maxFrames, maxSide));
        }
        if (!maxTime.isPositive()) {
            throw new IllegalArgumentException("expected a positive time, got " + maxTime);
        }
    }

    /** The same limits with another size of files. */
    public ImageLimits withMaxBytes(int bytes) {
        return new ImageLimits(bytes, maxPixels, maxHeldPixels, maxFrames, maxSide, maxTime);
    }

    /** The same limits with another number of pixels. */
    public ImageLimits withMaxPixels(long pixels) {
        return new ImageLimits(maxBytes, pixels, maxHeldPixels, maxFrames, maxSide, maxTime);
    }

    /** The same limits with another number of frames. */
    public ImageLimits withMaxFrames(int frames) {
        return new ImageLimits(maxBytes, maxPixels, maxHeldPixels, frames, maxSide, maxTime);
    }

    /** The same limits with another time. */
    public ImageLimits withMaxTime(Duration time) {
        return new ImageLimits(maxBytes, maxPixels, maxHeldPixels, maxFrames, maxSide, time);
    }

    /** The same limits with another size of results. */
    public ImageLimits withMaxSide(int side) {
        return new ImageLimits(maxBytes, maxPixels, maxHeldPixels, maxFrames, side, maxTime);
    }
}
