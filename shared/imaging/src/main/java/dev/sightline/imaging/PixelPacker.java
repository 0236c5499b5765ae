package dev.sightline.imaging;

import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.IOException;

/** The samples of one pixel, at {@code samples[at]} and after, to {@code 0xAARRGGBB}, colours not multiplied by alpha. */
@FunctionalInterface
interface PixelPacker {

    int OPAQUE = 0xFF << 24;

    int pack(int[] samples, int at);

    static PixelPacker of(IndexColorModel palette) {
        int[] colors = new int[palette.getMapSize()];
        palette.getRGBs(colors);
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
                    ? (samples, at) -> OPAQUE | samples[at] * 0x010101
                    : (samples, at) -> OPAQUE | samples[at] << 16 | samples[at + 1] << 8 | samples[at + 2];
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
            return alpha << 24
                    | eightBits(samples, at, colorBands[0]) << 16
                    | eightBits(samples, at, colorBands[1]) << 8
                    | eightBits(samples, at, colorBands[2]);
        }

        private int eightBits(int[] samples, int at, int band) {
            long maximum = maxima[band];
            return (int) (((samples[at + band] & 0xFFFFFFFFL) * 255 + maximum / 2) / maximum);
        }
    }
}
