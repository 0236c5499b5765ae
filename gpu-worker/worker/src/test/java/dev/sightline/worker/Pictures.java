package dev.sightline.worker;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Files for tests. */
final class Pictures {

    private Pictures() {}

    /** A PNG of 8 x 8 pixels of one color, {@code 0xRRGGBB}. */
    static byte[] png(int color) {
        return png(color, 8, 8);
    }

    /** The same of another size. */
    static byte[] png(int color, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < width * height; i++) {
            image.setRGB(i % width, i / width, color);
        }
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
