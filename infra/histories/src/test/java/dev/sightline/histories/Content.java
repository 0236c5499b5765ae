package dev.sightline.histories;

import dev.sightline.visual.ImageSignature;
import dev.sightline.worker.WorkerUnderTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.imageio.ImageIO;

/** What may lie under a key. */
enum Content {
    RED(png(0xcc2200)),
    GREEN(png(0x22cc00)),
    BLUE(png(0x0022cc)),
    TEXT("no image".getBytes(StandardCharsets.UTF_8)),
    EMPTY(new byte[0]),
    /** An image on which the models throw. */
    POISON(png(WorkerUnderTest.POISON));

    @SuppressWarnings("ImmutableEnumChecker") // Copied on the way out, and nobody else has it.
    private final byte[] bytes;

    Content(byte[] bytes) {
        this.bytes = bytes;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    boolean isImage() {
        return this == RED || this == GREEN || this == BLUE;
    }

    ImageSignature signature() {
        return ImageSignature.of(bytes);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static byte[] png(int color) {
        BufferedImage image = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 16; i++) {
            image.setRGB(i % 4, i / 4, i == 15 ? ~color : color);
        }
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
