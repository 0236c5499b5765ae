package dev.sightline.worker;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/**
 * Generated files for {@link MemoryBenchmark}, the same in every run: four in five are pictures of various formats and sizes, one in five is
 * a file that somebody might upload nevertheless.
 */
final class BenchmarkFiles {

    /** A file and what kind of file it is. */
    static final class Sample {
        private final String kind;
        private final byte[] bytes;

        private Sample(String kind, byte[] bytes) {
            this.kind = kind;
            this.bytes = bytes;
        }

        String kind() {
            return kind;
        }

        byte[] bytes() {
            return bytes.clone();
        }
    }

    private static final int SEED = 7;
    private static final int SHAPES = 40;
    private static final int HUGE_SIDE = 60_000;
    private static final int PNG_WIDTH_AT = 16;
    private static final int PNG_HEADER_CRC_AT = 29;

    private final Random random = new Random(SEED);
    private final List<Sample> samples = new ArrayList<>();

    private BenchmarkFiles() {}

    /** So many files, shuffled. */
    static List<Sample> of(int count) {
        BenchmarkFiles files = new BenchmarkFiles();
        while (files.samples.size() < count) {
            files.addTwenty();
        }
        return List.copyOf(files.samples.subList(0, count));
    }

    private void addTwenty() {
        int from = samples.size();
        for (int i = 0; i < 10; i++) {
            add("jpeg", picture(400 + random.nextInt(1200), BufferedImage.TYPE_INT_RGB, "jpg"));
        }
        add("jpeg, large", picture(3000, BufferedImage.TYPE_INT_RGB, "jpg"));
        add("png", picture(300 + random.nextInt(500), BufferedImage.TYPE_INT_RGB, "png"));
        add("png with alpha", picture(300 + random.nextInt(500), BufferedImage.TYPE_INT_ARGB, "png"));
        add("png, 16 bit grey", picture(400, BufferedImage.TYPE_USHORT_GRAY, "png"));
        add("gif", picture(400, BufferedImage.TYPE_BYTE_INDEXED, "gif"));
        add("bmp", picture(400, BufferedImage.TYPE_INT_RGB, "bmp"));
        byte[] jpeg = picture(800, BufferedImage.TYPE_INT_RGB, "jpg");
        add("jpeg, cut", Arrays.copyOf(jpeg, jpeg.length / 2));
        add("jpeg, noise inside", withNoise(jpeg));
        add("text", "no image".repeat(1 + random.nextInt(1000)).getBytes(StandardCharsets.UTF_8));
        add("png, huge header", withHugeHeader(picture(64, BufferedImage.TYPE_INT_RGB, "png")));
        Collections.shuffle(samples.subList(from, samples.size()), random);
    }

    private void add(String kind, byte[] bytes) {
        samples.add(new Sample(kind, bytes));
    }

    private byte[] picture(int width, int type, String format) {
        BufferedImage image = new BufferedImage(width, width * 3 / 4, type);
        Graphics2D canvas = image.createGraphics();
        for (int i = 0; i < SHAPES; i++) {
            canvas.setColor(new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256)));
            int side = 10 + random.nextInt(width / 3);
            canvas.fillOval(random.nextInt(width), random.nextInt(width), side, side);
            canvas.fillRect(random.nextInt(width), random.nextInt(width), side / 2, side);
        }
        canvas.dispose();
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            if (!ImageIO.write(image, format, out)) {
                throw new IllegalStateException("cannot write " + format);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] withNoise(byte[] jpeg) {
        byte[] changed = jpeg.clone();
        for (int i = 0; i < 50; i++) {
            changed[jpeg.length / 2 + random.nextInt(jpeg.length / 2 - 2)] = (byte) random.nextInt(256);
        }
        return changed;
    }

    private static byte[] withHugeHeader(byte[] png) {
        ByteBuffer changed = ByteBuffer.wrap(png.clone());
        changed.putInt(PNG_WIDTH_AT, HUGE_SIDE).putInt(PNG_WIDTH_AT + Integer.BYTES, HUGE_SIDE);
        CRC32 crc = new CRC32();
        int typeAt = PNG_WIDTH_AT - Integer.BYTES;
        crc.update(changed.array(), typeAt, PNG_HEADER_CRC_AT - typeAt);
        changed.putInt(PNG_HEADER_CRC_AT, (int) crc.getValue());
        return changed.array();
    }
}
