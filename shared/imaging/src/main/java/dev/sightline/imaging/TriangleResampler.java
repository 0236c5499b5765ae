package dev.sightline.imaging;

import java.util.Arrays;
import java.util.List;

/** Separable resampling with a triangle filter whose support grows with the reduction, as common image libraries do. */
final class TriangleResampler {

    private final int sourceWidth;
    private final int[] source;
    private final TriangleTaps columns;
    private final TriangleTaps rows;

    /** One row of the source, reduced in height. */
    private final float[] red;

    private final float[] green;
    private final float[] blue;

    private TriangleResampler(RgbPixels pixels, int width, int height) {
        sourceWidth = pixels.width();
        source = pixels.shared();
        columns = TriangleTaps.of(pixels.width(), width);
        rows = TriangleTaps.of(pixels.height(), height);
        red = new float[sourceWidth];
        green = new float[sourceWidth];
        blue = new float[sourceWidth];
    }

    static RgbPixels resize(RgbPixels pixels, int width, int height) {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("expected a positive size, got %d x %d".formatted(width, height));
        }
        var resampler = new TriangleResampler(pixels, width, height);
        int[] target = new int[Math.multiplyExact(width, height)];
        for (int y = 0; y < height; y++) {
            resampler.blendRows(y);
            resampler.blendColumns(target, y * width);
        }
        return RgbPixels.adopt(width, height, target);
    }

    private void blendRows(int y) {
        float[] weights = rows.weights(y);
        int offset = rows.first(y) * sourceWidth;
        for (float[] channel : List.of(red, green, blue)) {
            Arrays.fill(channel, 0);
        }
        for (float weight : weights) {
            addChannel(red, offset, 16, weight);
            addChannel(green, offset, 8, weight);
            addChannel(blue, offset, 0, weight);
            offset += sourceWidth;
        }
    }

    /** One channel at a time: compilers make vector instructions of a loop that writes one array only. */
    private void addChannel(float[] channel, int offset, int shift, float weight) {
        for (int x = 0; x < channel.length; x++) {
            channel[x] += weight * (source[offset + x] >> shift & 0xFF);
        }
    }

    private void blendColumns(int[] target, int offset) {
        for (int x = 0; x < columns.targets(); x++) {
            float[] weights = columns.weights(x);
            int first = columns.first(x);
            float redSum = 0;
            float greenSum = 0;
            float blueSum = 0;
            for (int i = 0; i < weights.length; i++) {
                redSum += weights[i] * red[first + i];
                greenSum += weights[i] * green[first + i];
                blueSum += weights[i] * blue[first + i];
            }
            target[offset + x] = rounded(redSum) << 16 | rounded(greenSum) << 8 | rounded(blueSum);
        }
    }

    private static int rounded(float value) {
        return Math.min(255, (int) (value + 0.5f));
    }
}
