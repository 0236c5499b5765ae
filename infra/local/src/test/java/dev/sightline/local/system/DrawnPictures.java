package dev.sightline.local.system;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** Small pictures, each number another one: a stamp of the corpus somewhere on a coloured frame, so that some hold objects. */
final class DrawnPictures {

    private static final int SIDE = 256;
    private static final List<String> LABELS = List.of("fruit", "vehicles", "birds", "mammals");
    private static final int PER_LABEL = 6;

    private final List<BufferedImage> stamps = new ArrayList<>();

    DrawnPictures(Path corpus) {
        for (String label : LABELS) {
            try (Stream<Path> files = Files.list(corpus.resolve(label))) {
                for (Path file : files.sorted().limit(PER_LABEL).toList()) {
                    stamps.add(ImageIO.read(file.toFile()));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The same bytes for the same number: a PNG if it is even, else a JPEG. */
    byte[] picture(int number) {
        Random random = new Random(number);
        BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256)));
        graphics.fillRect(0, 0, SIDE, SIDE);
        int side = SIDE / 2 + random.nextInt(SIDE / 3);
        BufferedImage stamp = stamps.get(number % stamps.size());
        graphics.drawImage(stamp, random.nextInt(SIDE - side), random.nextInt(SIDE - side), side, side, null);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, number % 2 == 0 ? "png" : "jpg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The picture on white at 70 % of its size, as a JPEG. */
    static byte[] smallerJpeg(byte[] picture) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
        return encode(drawn(image, image.getWidth() * 7 / 10, image.getHeight() * 7 / 10), "jpg");
    }

    /** The picture on white, at this size. */
    static BufferedImage drawn(BufferedImage image, int width, int height) {
        BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = drawn.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, Color.WHITE, null);
        graphics.dispose();
        return drawn;
    }

    /** The bytes of a file. */
    static byte[] encode(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }
}
