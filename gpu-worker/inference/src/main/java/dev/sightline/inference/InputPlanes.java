package dev.sightline.inference;

import dev.sightline.imaging.NormalizedImage;
import dev.sightline.imaging.RgbPixels;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * The float planes that one model takes, filled from pixels.
 *
 * <p>Not thread-safe: the native buffer is used again for each run, since allocating it costs more than filling it.
 */
final class InputPlanes {

    private static final int LEVELS = 256;
    private static final int[] RGB_SHIFTS = {16, 8, 0};
    private static final int[] BGR_SHIFTS = {0, 8, 16};

    private final InputSpec spec;
    /** For each plane the value of each component 0..255. */
    private final float[][] values;

    private final int[] shifts;
    private final float[] plane;
    private FloatBuffer buffer;

    InputPlanes(InputSpec spec) {
        this.spec = spec;
        values = values(spec);
        shifts = spec.channels() == InputSpec.Channels.RGB ? RGB_SHIFTS : BGR_SHIFTS;
        plane = new float[spec.width() * spec.height()];
        buffer = allocate(spec.floatsPerImage());
    }

    /** The planes of these images, one after the other; valid until the next call. */
    FloatBuffer fill(List<NormalizedImage> images) {
        int floats = Math.multiplyExact(images.size(), spec.floatsPerImage());
        if (buffer.capacity() < floats) {
            buffer = allocate(floats);
        }
        buffer.clear().limit(floats);
        images.forEach(this::put);
        return buffer.flip();
    }

    private void put(NormalizedImage image) {
        RgbPixels whole = image.pixels();
        Placement place = Placement.of(spec, whole.width(), whole.height());
        int[] pixels = whole.resize(place.width(), place.height()).packed();
        for (int channel = 0; channel < InputSpec.PLANES; channel++) {
            float[] value = values[channel];
            Arrays.fill(plane, value[spec.fill().get(channel)]);
            for (int y = 0; y < place.height(); y++) {
                putRow(pixels, y * place.width(), place, y, channel);
            }
            buffer.put(plane);
        }
    }

    private void putRow(int[] pixels, int from, Placement place, int y, int channel) {
        int to = (place.top() + y) * spec.width() + place.left();
        float[] value = values[channel];
        int shift = shifts[channel];
        for (int x = 0; x < place.width(); x++) {
            plane[to + x] = value[pixels[from + x] >> shift & 0xFF];
        }
    }

    private static float[][] values(InputSpec spec) {
        float[][] values = new float[InputSpec.PLANES][LEVELS];
        for (int channel = 0; channel < InputSpec.PLANES; channel++) {
            for (int level = 0; level < LEVELS; level++) {
                float scaled = level * spec.range() / (LEVELS - 1);
                values[channel][level] =
                        (scaled - spec.mean().get(channel)) / spec.std().get(channel);
            }
        }
        return values;
    }

    private static FloatBuffer allocate(int floats) {
        return ByteBuffer.allocateDirect(Math.multiplyExact(floats, Float.BYTES))
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }
}
