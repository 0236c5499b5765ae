package dev.sightline.bench.micro;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/** Waves of several lengths with some noise, since flat pictures compress, and so decode, like no photo does. */
public final class SyntheticPhoto {

    private static final int NOISE = 12;
    private static final long SEED = 1;

    private SyntheticPhoto() {}

    /** A file of that size in a format that the JDK writes; always the same bytes for the same JDK. */
    public static byte[] encoded(int width, int height, String format) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        if (!ImageIO.write(picture(width, height), format, file)) {
            throw new IOException("expected a format that the JDK writes, got " + format);
        }
        return file.toByteArray();
    }

    private static BufferedImage picture(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        SplittableRandom random = new SplittableRandom(SEED);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double slow = Math.sin(6.0 * x / width) + Math.cos(9.0 * y / height);
                double fast = Math.sin(x / 7.0) * Math.cos(y / 11.0);
                int level = (int) (128 + 40 * slow + 20 * fast) + random.nextInt(NOISE);
                picture.setRGB(x, y, clamp(level) << 16 | clamp(255 - level) << 8 | clamp(level / 2));
            }
        }
        return picture;
    }

    private static int clamp(int level) {
        return Math.clamp(level, 0, 255);
    }
}
