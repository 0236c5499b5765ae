package dev.sightline.inference;

import java.util.List;

/**
 * How a model wants its pixels: the tensor's name, a frame of {@code width} x {@code height}, planes of float in the order {@code
 * channels} (layout NCHW).
 *
 * <p>A pixel's component p, 0..255, becomes {@code (p / 255 * range - mean[c]) / std[c]}; {@code mean}, {@code std} and {@code fill}
 * follow the order of {@code channels}. With {@link Resize#LETTERBOX} the image keeps its shape, lies in the middle, and {@code fill}
 * (components 0..255) is around it. {@code batch} images a run, 0 = any number.
 *
 * @throws IllegalArgumentException if a size is not positive, a list has not three values, or a deviation is zero
 */
public record InputSpec(
        String name,
        int width,
        int height,
        Channels channels,
        Resize resize,
        List<Float> mean,
        List<Float> std,
        List<Integer> fill,
        float range,
        int batch) {

    /** Order of the planes. */
    public enum Channels {
        RGB,
        BGR
    }

    /** How an image comes to the model's frame: each side by its own factor, or both by the same. */
    public enum Resize {
        STRETCH,
        LETTERBOX
    }

    /** Number of planes. */
    public static final int PLANES = 3;

    public InputSpec {
        mean = List.copyOf(mean);
        std = List.copyOf(std);
        fill = List.copyOf(fill);
        if (width < 1 || height < 1 || batch < 0) {
            throw new IllegalArgumentException("expected an input of at least 1 x 1 and batch >= 0, got %d x %d and %d"
                    .formatted(width, height, batch));
        }
        if (mean.size() != PLANES || std.size() != PLANES || fill.size() != PLANES) {
            throw new IllegalArgumentException("expected 3 means, deviations and fill values, got %d, %d and %d"
                    .formatted(mean.size(), std.size(), fill.size()));
        }
        if (std.contains(0f)) {
            throw new IllegalArgumentException("expected deviations other than 0, got " + std);
        }
    }

    /** The number of floats that one image takes. */
    public int floatsPerImage() {
        return PLANES * width * height;
    }
}
