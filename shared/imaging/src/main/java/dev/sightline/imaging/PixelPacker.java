package dev.sightline.imaging;

import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.IOException;

/** The samples of one pixel, at {@code samples[at]} and after, to an opaque {@code 0x00RRGGBB}. */
@FunctionalInterface
interface PixelPacker {

    /** What shows through transparent pixels, at index time and at query time: white, the same in each channel. */
    int BACKGROUND = 0xFF;

    int pack(int[] samples, int at);

    static PixelPacker of(IndexColorModel palette) {
        int[] colors = new int[palette.getMapSize()];
        palette.getRGBs(colors);
        for (int i = 0; i < colors.length; i++) {
            int argb = colors[i];
            colors[i] = rgb(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF, argb >>> 24);
        }
        return (samples, at) -> colors[samples[at]];
    }

    /** For grey or RGB samples of up to 16 bits, with or without alpha. */
    static PixelPacker of(ColorModel model) throws IOException {
        int type = model.getTransferType();
        if (type == DataBuffer.TYPE_FLOAT || type == DataBuffer.TYPE_DOUBLE) {
            throw new IOException("samples are floating-point numbers");
        }
        int alphaBand = model.hasAlpha() ? model.getNumColorComponents() : -1;
        boolean grey = model.getNumColorComponents() == 1;
        if (alphaBand < 0 && model.getComponentSize(0) == 8) {
            return grey
                    ? (samples, at) -> samples[at] * 0x010101
                    : (samples, at) -> samples[at] << 16 | samples[at + 1] << 8 | samples[at + 2];
        }
        return new ScalingPacker(grey ? new int[] {0, 0, 0} : new int[] {0, 1, 2}, alphaBand, maxima(model));
    }

    private static long[] maxima(ColorModel model) {
        long[] maxima = new long[model.getNumComponents()];
        for (int band = 0; band < maxima.length; band++) {
            maxima[band] = (1L << model.getComponentSize(band)) - 1;
        }
        return maxima;
    }

    /** Four values of 0..255 over the background. */
    private static int rgb(int red, int green, int blue, int alpha) {
        return flatten(red, alpha) << 16 | flatten(green, alpha) << 8 | flatten(blue, alpha);
    }

    private static int flatten(int value, int alpha) {
        return (value * alpha + BACKGROUND * (255 - alpha) + 127) / 255;
    }

    /** Scales each sample from 0..maximum of its band to 0..255. */
    final class ScalingPacker implements PixelPacker {

        private final int[] colorBands;
        private final int alphaBand;
        private final long[] maxima;

        private ScalingPacker(int[] colorBands, int alphaBand, long[] maxima) {
            this.colorBands = colorBands;
            this.alphaBand = alphaBand;
            this.maxima = maxima;
        }

        @Override
        public int pack(int[] samples, int at) {
            int alpha = alphaBand < 0 ? 255 : eightBits(samples, at, alphaBand);
            return rgb(
                    eightBits(samples, at, colorBands[0]),
                    eightBits(samples, at, colorBands[1]),
                    eightBits(samples, at, colorBands[2]),
                    alpha);
        }

        private int eightBits(int[] samples, int at, int band) {
            long maximum = maxima[band];
            return (int) (((samples[at + band] & 0xFFFFFFFFL) * 255 + maximum / 2) / maximum);
        }
    }
}
