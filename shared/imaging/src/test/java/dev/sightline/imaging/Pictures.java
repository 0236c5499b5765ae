package dev.sightline.imaging;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Random;

/** Pictures from which files are made. */
final class Pictures {

    static final int RED = 0xFF0000;

    private Pictures() {}

    /** Black, and white in the upper left. */
    static BufferedImage leftWhite(int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        picture.createGraphics().fillRect(0, 0, width / 2, height / 3);
        return picture;
    }

    static BufferedImage noise(int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var random = new Random(1);
        for (int i = 0; i < width * height; i++) {
            picture.setRGB(i % width, i / width, random.nextInt());
        }
        return picture;
    }

    /** Red of the given type: RGB, grey (then 54 of 255) or bits, with or without alpha. */
    static BufferedImage red(int width, int height, int type) {
        return filled(new BufferedImage(width, height, type));
    }

    /** Red as the second of two colours; the first is transparent, or black. */
    static BufferedImage redOfPalette(int width, int height, boolean transparent) {
        byte[] reds = new byte[256];
        reds[1] = (byte) 0xFF;
        byte[] others = new byte[256];
        var colors = transparent
                ? new IndexColorModel(8, 256, reds, others, others, 0)
                : new IndexColorModel(8, 256, reds, others, others);
        return filled(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, colors));
    }

    /** 16 bits a sample. */
    static BufferedImage deepRed(int width, int height) {
        var space = ColorSpace.getInstance(ColorSpace.CS_sRGB);
        var model = new ComponentColorModel(space, false, false, ComponentColorModel.OPAQUE, DataBuffer.TYPE_USHORT);
        WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_USHORT, width, height, 3, null);
        for (int i = 0; i < width * height; i++) {
            raster.setPixel(i % width, i / width, new int[] {0xFFFF, 0, 0});
        }
        return new BufferedImage(model, raster, false, null);
    }

    private static BufferedImage filled(BufferedImage picture) {
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        graphics.dispose();
        return picture;
    }
}
