package dev.sightline.imaging;

import java.util.Arrays;

/** Separable resampling with a triangle filter whose support grows with the reduction, as common image libraries do. */
final class TriangleResampler {

    private final int sourceWidth;
    private final int[] source;
    private final TriangleTaps columns;
    private final TriangleTaps rows;

    /** One row of the source, reduced in height: the three channels one after the other. */
    private final float[] blended;

    private TriangleResampler(RgbPixels pixels, int width, int height) {
        sourceWidth = pixels.width();
        source = pixels.shared();
        columns = TriangleTaps.of(pixels.width(), width);
        rows = TriangleTaps.of(pixels.height(), height);
        blended = new float[3 * sourceWidth];
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
        Arrays.fill(blended, 0);
        float[] weights = rows.weights(y);
        for (int i = 0; i < weights.length; i++) {
            addRow((rows.first(y) + i) * sourceWidth, weights[i]);
        }
    }

    private void addRow(int offset, float weight) {
        int green = sourceWidth;
        int blue = 2 * sourceWidth;
        for (int x = 0; x < sourceWidth; x++) {
            int rgb = source[offset + x];
            blended[x] += weight * (rgb >> 16);
            blended[green + x] += weight * (rgb >> 8 & 0xFF);
            blended[blue + x] += weight * (rgb & 0xFF);
        }
    }

    private void blendColumns(int[] target, int offset) {
        for (int x = 0; x < columns.targets(); x++) {
            float[] weights = columns.weights(x);
            int first = columns.first(x);
            float red = 0;
            float green = 0;
            float blue = 0;
            for (int i = 0; i < weights.length; i++) {
                red += weights[i] * blended[first + i];
                green += weights[i] * blended[sourceWidth + first + i];
                blue += weights[i] * blended[2 * sourceWidth + first + i];
            }
            target[offset + x] = rounded(red) << 16 | rounded(green) << 8 | rounded(blue);
        }
    }

    private static int rounded(float value) {
        return Math.min(255, (int) (value + 0.5f));
    }
}
