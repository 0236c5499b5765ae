package dev.sightline.imaging;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/** PNG files built by code. */
final class PngFiles {

    static final int GREY = 0;
    static final int RGB = 2;

    private static final byte[] SIGNATURE = HexFormat.of().parseHex("89504E470D0A1A0A");
    private static final int END_OF_HEADER = 33;

    private PngFiles() {}

    static byte[] of(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The same row of samples again and again; {@code depthAndColor} is bits a sample x 256 + colour type. */
    static byte[] ofRows(int width, int height, int depthAndColor, String rowHex) {
        byte[] row = HexFormat.of().parseHex(rowHex);
        byte[] header = header(width, height, depthAndColor);
        var file = new ByteArrayOutputStream();
        file.writeBytes(SIGNATURE);
        file.writeBytes(chunk("IHDR", header));
        file.writeBytes(chunk("IDAT", deflated(row, height)));
        file.writeBytes(chunk("IEND", new byte[0]));
        return file.toByteArray();
    }

    private static byte[] header(int width, int height, int depthAndColor) {
        return ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .putShort((short) depthAndColor)
                .array();
    }

    private static byte[] deflated(byte[] row, int height) {
        var bytes = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(bytes)) {
            for (int y = 0; y < height; y++) {
                deflater.write(0);
                deflater.write(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Interlaced, as the JDK writes it. */
    static byte[] interlaced(BufferedImage image) {
        return ImageWriters.write("png", image, param -> param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT));
    }

    /** An animation that declares any number of frames, of which the first is the picture itself. */
    static byte[] animated(byte[] png, int frames) {
        return withChunk(
                png, chunk("acTL", ByteBuffer.allocate(8).putInt(frames).array()));
    }

    /** Text or a profile of zeros that inflates to so many megabytes. */
    static byte[] withInflating(byte[] png, String type, int megabytes) {
        var content = new ByteArrayOutputStream();
        content.writeBytes("p\0\0".getBytes(StandardCharsets.US_ASCII));
        content.writeBytes(deflated(new byte[1 << 20], megabytes));
        return withChunk(png, chunk(type, content.toByteArray()));
    }

    /** A chunk whose length says two gigabytes. */
    static byte[] withEndlessChunk(byte[] png, String type) {
        byte[] chunk = chunk(type, new byte[16]);
        ByteBuffer.wrap(chunk).putInt(Integer.MAX_VALUE);
        return withChunk(png, chunk);
    }

    /** The checksum of the pixels does not fit them. */
    static byte[] withWrongChecksum(byte[] png) {
        byte[] changed = png.clone();
        // Before the last chunk of twelve bytes.
        changed[png.length - 13] ^= 0x55;
        return changed;
    }

    static byte[] withoutPixels(byte[] png) {
        return ByteBuffer.allocate(END_OF_HEADER + 12)
                .put(png, 0, END_OF_HEADER)
                .put(png, png.length - 12, 12)
                .array();
    }

    /** 65 bytes that declare any size: a header and eight bytes of nothing. */
    static byte[] bomb(int width, int height) {
        var file = new ByteArrayOutputStream();
        file.writeBytes(SIGNATURE);
        file.writeBytes(chunk("IHDR", header(width, height, 8 << 8 | RGB)));
        file.writeBytes(chunk("IDAT", new byte[8]));
        file.writeBytes(chunk("IEND", new byte[0]));
        return file.toByteArray();
    }

    static byte[] withOrientation(byte[] png, int orientation) {
        return withChunk(png, chunk("eXIf", ExifBlocks.withOrientation(orientation)));
    }

    static byte[] withTransparentColor(byte[] png, String hex) {
        return withChunk(png, chunk("tRNS", HexFormat.of().parseHex(hex)));
    }

    static byte[] withProfile(byte[] png, byte[] profile) {
        var content = new ByteArrayOutputStream();
        content.writeBytes("p\0\0".getBytes(StandardCharsets.US_ASCII));
        try (var deflater = new DeflaterOutputStream(content)) {
            deflater.write(profile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return withChunk(png, chunk("iCCP", content.toByteArray()));
    }

    private static byte[] withChunk(byte[] png, byte[] chunk) {
        return ByteBuffer.allocate(png.length + chunk.length)
                .put(png, 0, END_OF_HEADER)
                .put(chunk)
                .put(png, END_OF_HEADER, png.length - END_OF_HEADER)
                .array();
    }

    private static byte[] chunk(String type, byte[] content) {
        var crc = new CRC32();
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        crc.update(name);
        crc.update(content);
        return ByteBuffer.allocate(12 + content.length)
                .putInt(content.length)
                .put(name)
                .put(content)
                .putInt((int) crc.getValue())
                .array();
    }
}
