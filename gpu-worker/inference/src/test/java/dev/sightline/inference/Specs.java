package dev.sightline.inference;

import dev.sightline.inference.InputSpec.Channels;
import dev.sightline.inference.InputSpec.Resize;
import java.util.List;

/** Input descriptions for tests. */
final class Specs {

    private static final List<Float> ZEROS = List.of(0f, 0f, 0f);
    private static final List<Float> ONES = List.of(1f, 1f, 1f);
    private static final List<Integer> BLACK = List.of(0, 0, 0);

    private Specs() {}

    /** RGB, 0..255 as it is, black around a letterbox. */
    static InputSpec rgb(int width, int height, Resize resize) {
        return new InputSpec("image", width, height, Channels.RGB, resize, ZEROS, ONES, BLACK, 255, 0);
    }

    /** One RGB pixel, 0..{@code range}. */
    static InputSpec pixelOfRange(float range) {
        return new InputSpec("image", 1, 1, Channels.RGB, Resize.STRETCH, ZEROS, ONES, BLACK, range, 0);
    }

    /** One BGR pixel with these statistics. */
    static InputSpec bgrPixel(List<Float> mean, List<Float> std) {
        return new InputSpec("image", 1, 1, Channels.BGR, Resize.STRETCH, mean, std, BLACK, 255, 0);
    }

    /** An RGB letterbox with this fill. */
    static InputSpec letterbox(int width, int height, List<Integer> fill) {
        return new InputSpec("image", width, height, Channels.RGB, Resize.LETTERBOX, ZEROS, ONES, fill, 255, 0);
    }
}
