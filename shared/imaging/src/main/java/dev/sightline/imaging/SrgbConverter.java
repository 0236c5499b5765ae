package dev.sightline.imaging;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.DataBufferInt;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;

/**
 * Any decoded raster to 8-bit sRGB with alpha.
 *
 * <p>Samples are read as they are, without the JDK's drawing: that takes grey for linear and shows it too light.
 */
final class SrgbConverter {

    private SrgbConverter() {}

    static Layer convert(BufferedImage image, Deadline deadline) throws IOException {
        ColorModel model = image.getColorModel();
        if (model instanceof IndexColorModel palette) {
            return read(image.getRaster(), PixelPacker.of(palette), deadline);
        }
        if (!isSrgbOrGrey(model.getColorSpace())) {
            return throughProfile(image);
        }
        if (model.isAlphaPremultiplied()) {
            image.coerceData(false);
        }
        if (InterleavedRgb.isIn(image.getRaster(), model)) {
            return read(image.getRaster(), InterleavedRgb.of(image.getRaster()), deadline);
        }
        return read(image.getRaster(), PixelPacker.of(image.getColorModel()), deadline);
    }

    private static boolean isSrgbOrGrey(ColorSpace space) {
        return space.isCS_sRGB() || space.getType() == ColorSpace.TYPE_GRAY;
    }

    /** All at once: a picture in strips takes the JDK three times as long. What it writes is taken over as it is. */
    private static Layer throughProfile(BufferedImage image) {
        boolean hasAlpha = image.getColorModel().hasAlpha();
        int type = hasAlpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        var target = new BufferedImage(image.getWidth(), image.getHeight(), type);
        new ColorConvertOp(null).filter(image, target);
        int[] argb = ((DataBufferInt) target.getRaster().getDataBuffer()).getData();
        for (int i = 0; !hasAlpha && i < argb.length; i++) {
            argb[i] |= PixelPacker.OPAQUE;
        }
        return new Layer(image.getWidth(), image.getHeight(), argb);
    }

    private static Layer read(Raster raster, InterleavedRgb pixels, Deadline deadline) {
        int width = raster.getWidth();
        int[] argb = new int[Math.multiplyExact(width, raster.getHeight())];
        for (int y = 0; y < raster.getHeight(); y++) {
            deadline.check();
            pixels.writeRow(y, argb, y * width, width);
        }
        return new Layer(width, raster.getHeight(), argb);
    }

    private static Layer read(Raster raster, PixelPacker packer, Deadline deadline) {
        int width = raster.getWidth();
        int bands = raster.getNumBands();
        int[] argb = new int[Math.multiplyExact(width, raster.getHeight())];
        int[] row = new int[width * bands];
        for (int y = 0; y < raster.getHeight(); y++) {
            deadline.check();
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
            for (int x = 0; x < width; x++) {
                argb[y * width + x] = packer.pack(row, x * bands);
            }
        }
        return new Layer(width, raster.getHeight(), argb);
    }
}
