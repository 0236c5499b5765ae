package dev.sightline.imaging;

import java.awt.image.ColorModel;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;

/**
 * Opaque RGB of 8 bits a channel, pixel after pixel in one array, as codecs leave most photos. It is read where it lies: asking a
 * raster for its samples copies each of them to an int first, which takes three times as long.
 */
final class InterleavedRgb {

    private static final int BANDS = 3;

    private final byte[] bytes;
    private final PixelInterleavedSampleModel layout;

    private InterleavedRgb(byte[] bytes, PixelInterleavedSampleModel layout) {
        this.bytes = bytes;
        this.layout = layout;
    }

    /**
     * Whether the pixels lie as this class reads them; their colours are for the caller to look at. Of an array that begins before its first
     * pixel the JDK's own rasters have two opinions, so such a one is left to them.
     */
    static boolean isIn(Raster raster, ColorModel model) {
        return raster.getParent() == null
                && raster.getNumBands() == BANDS
                && !model.hasAlpha()
                && model.getComponentSize(0) == Byte.SIZE
                && raster.getSampleModel() instanceof PixelInterleavedSampleModel
                && raster.getDataBuffer() instanceof DataBufferByte buffer
                && buffer.getNumBanks() == 1
                && buffer.getOffset() == 0;
    }

    /** Of a raster in which {@link #isIn} finds such pixels. */
    static InterleavedRgb of(Raster raster) {
        var buffer = (DataBufferByte) raster.getDataBuffer();
        return new InterleavedRgb(buffer.getData(), (PixelInterleavedSampleModel) raster.getSampleModel());
    }

    /** Writes row {@code y} as {@code width} ints {@code 0xFFRRGGBB}. */
    void writeRow(int y, int[] argb, int offset, int width) {
        int row = y * layout.getScanlineStride();
        int[] bands = layout.getBandOffsets();
        int red = row + bands[0];
        int green = row + bands[1];
        int blue = row + bands[2];
        int step = layout.getPixelStride();
        for (int x = 0; x < width; x++) {
            int at = x * step;
            argb[offset + x] = PixelPacker.OPAQUE
                    | ((bytes[red + at] & 0xFF) << 16)
                    | ((bytes[green + at] & 0xFF) << 8)
                    | (bytes[blue + at] & 0xFF);
        }
    }
}
