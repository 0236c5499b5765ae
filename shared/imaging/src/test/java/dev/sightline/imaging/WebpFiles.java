package dev.sightline.imaging;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;

/** WebP files built by code: one colour a frame. */
final class WebpFiles {

    private static final int HAS_ALPHA = 0x10;
    private static final int HAS_EXIF = 0x08;
    private static final int HAS_FRAMES = 0x02;

    /** Bits, least significant first, as the format packs them. */
    private static final class Bits {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private int pending;
        private int count;

        Bits put(int value, int width) {
            for (int i = 0; i < width; i++) {
                pending |= (value >> i & 1) << count++;
                if (count == 8) {
                    flush();
                }
            }
            return this;
        }

        private void flush() {
            bytes.write(pending);
            pending = 0;
            count = 0;
        }

        Bits zeros(int bytes) {
            for (int i = 0; i < bytes; i++) {
                put(0, 8);
            }
            return this;
        }

        byte[] end() {
            if (count > 0) {
                flush();
            }
            return bytes.toByteArray();
        }
    }

    private WebpFiles() {}

    static byte[] flat(int width, int height, int argb) {
        return riff(chunk("VP8L", lossless(width, height, argb)));
    }

    /**
     * A lossy file in which every bit is zero: each block is predicted from its neighbours and has no rest, which gives one middle
     * grey.
     */
    static byte[] lossy(int width, int height) {
        return riff(chunk("VP8 ", lossyFrame(width, height)));
    }

    private static byte[] lossyFrame(int width, int height) {
        int blocks = Math.ceilDiv(width, 16) * Math.ceilDiv(height, 16);
        int headerBytes = 200 + 8 * blocks;
        // Key frame, profile 0, shown, length of the first of two partitions; then the start code and the size.
        return new Bits()
                .put(1 << 4 | headerBytes << 5, 24)
                .put(0x2A019D, 24)
                .put(width, 16)
                .put(height, 16)
                .zeros(2 * headerBytes)
                .end();
    }

    /** Any number of frames of the same colour. */
    static byte[] repeated(int frames) {
        return animated(IntStream.generate(() -> 0xFF0000FF).limit(frames).toArray());
    }

    static byte[] withOrientation(int width, int height, int argb, int orientation) {
        return riff(
                extended(width, height, HAS_ALPHA | HAS_EXIF),
                chunk("VP8L", lossless(width, height, argb)),
                chunk("EXIF", ExifBlocks.withOrientation(orientation)));
    }

    /** Frames of 4 x 4 pixels at 2, 2 on a canvas of 8 x 8. */
    static byte[] animated(int... colors) {
        var frames = new ByteArrayOutputStream();
        for (int color : colors) {
            frames.writeBytes(chunk("ANMF", frame(chunk("VP8L", lossless(4, 4, color)))));
        }
        return riff(extended(8, 8, HAS_ALPHA | HAS_FRAMES), chunk("ANIM", new byte[6]), frames.toByteArray());
    }

    /** A canvas that says one size around a picture that says another. */
    static byte[] contradicting(int canvas, int inner) {
        return riff(extended(canvas, canvas, HAS_ALPHA), chunk("VP8L", lossless(inner, inner, 0xFF00FF00)));
    }

    private static byte[] frame(byte[] picture) {
        // Left and top are stored halved, width and height less one; then duration and flags.
        return little(16 + picture.length)
                .put(new byte[] {1, 0, 0, 1, 0, 0, 3, 0, 0, 3, 0, 0, 100, 0, 0, 0})
                .put(picture)
                .array();
    }

    /** Five prefix codes of one symbol each (green, red, blue, alpha, distance): a pixel then takes no bits. */
    private static byte[] lossless(int width, int height, int argb) {
        var bits = new Bits()
                .put(0x2F, 8)
                .put(width - 1, 14)
                .put(height - 1, 14)
                .put(1, 1)
                .put(0, 3);
        // No transform, no colour cache, no meta codes.
        bits.put(0, 3);
        for (int value : new int[] {argb >> 8, argb >> 16, argb, argb >> 24, 0}) {
            // Simple code, one symbol, of eight bits.
            bits.put(1, 1).put(0, 1).put(1, 1).put(value & 0xFF, 8);
        }
        return bits.end();
    }

    private static byte[] extended(int width, int height, int flags) {
        return chunk(
                "VP8X",
                new Bits()
                        .put(flags, 8)
                        .put(0, 24)
                        .put(width - 1, 24)
                        .put(height - 1, 24)
                        .end());
    }

    private static byte[] riff(byte[]... chunks) {
        var content = new ByteArrayOutputStream();
        content.writeBytes("WEBP".getBytes(StandardCharsets.US_ASCII));
        for (byte[] chunk : chunks) {
            content.writeBytes(chunk);
        }
        return chunk("RIFF", content.toByteArray());
    }

    private static byte[] chunk(String type, byte[] content) {
        return little(8 + content.length + content.length % 2)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .putInt(content.length)
                .put(content)
                .array();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
