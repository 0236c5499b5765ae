package dev.sightline.imaging;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** JPEG files built by code. */
final class JpegFiles {

    private static final int START_OF_FRAME = 0xFFC0;
    private static final int START_OF_SCAN = 0xFFDA;

    private JpegFiles() {}

    static byte[] of(BufferedImage image) {
        return write(new IIOImage(image, null, null));
    }

    private static byte[] write(IIOImage image) {
        var bytes = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriter writer = ImageCodecs.jpegWriter();
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(1);
            writer.setOutput(stream);
            writer.write(null, image, param);
            writer.dispose();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] progressive(BufferedImage image) {
        return ImageWriters.write("jpeg", image, param -> param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT));
    }

    /** With another number in the frame header, from its start: 1 process, 4 precision, 5 height, 7 width. */
    static byte[] withFrame(byte[] jpeg, int offset, String hex) {
        return BrokenFiles.with(jpeg, find(jpeg, START_OF_FRAME) + offset, hex);
    }

    static byte[] withProgressiveFrame(byte[] jpeg, int offset, String hex) {
        return BrokenFiles.with(jpeg, find(jpeg, START_OF_FRAME + 2) + offset, hex);
    }

    /** 16 x 16 pixels of one colour in four components, with no word on what they mean. */
    static byte[] ofFourComponents(int... samples) {
        WritableRaster raster = Raster.createInterleavedRaster(0, 16, 16, 4, null);
        for (int i = 0; i < 256; i++) {
            raster.setPixel(i % 16, i / 16, samples);
        }
        return write(new IIOImage(raster, null, null));
    }

    /** With Adobe's segment: transform 0 is CMYK, 2 is YCCK. */
    static byte[] withAdobe(byte[] jpeg, int transform) {
        return withSegment(jpeg, "FFEE000E" + "41646F6265" + "006400000000" + "%02X".formatted(transform));
    }

    static byte[] withOrientation(byte[] jpeg, int orientation) {
        return withExif(jpeg, ExifBlocks.withOrientation(orientation));
    }

    static byte[] withExif(byte[] jpeg, byte[] exif) {
        String name = HexFormat.of().formatHex("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        String length = "%04X".formatted(2 + 6 + exif.length);
        return withSegment(jpeg, "FFE1" + length + name + HexFormat.of().formatHex(exif));
    }

    /** A file whose only picture is the thumbnail in its EXIF block. */
    static byte[] thumbnailOnly(byte[] thumbnail) {
        return withExif(HexFormat.of().parseHex("FFD8FFD9"), ExifBlocks.withThumbnail(thumbnail, 1));
    }

    /** A progressive file whose last scan comes again and again: each costs the codec a pass over all pixels. */
    static byte[] ofManyScans(byte[] progressive, int times) {
        int last = lastScan(progressive);
        int length = progressive.length - 2 - last;
        var file = ByteBuffer.allocate(progressive.length + times * length);
        file.put(progressive, 0, progressive.length - 2);
        for (int i = 0; i < times; i++) {
            file.put(progressive, last, length);
        }
        return file.putShort((short) 0xFFD9).array();
    }

    private static int lastScan(byte[] jpeg) {
        int at = jpeg.length - 4;
        while (jpeg[at] != (byte) 0xFF || jpeg[at + 1] != (byte) 0xDA) {
            at--;
        }
        return at;
    }

    /** With an ICC profile, which must fit one segment. */
    static byte[] withProfile(byte[] jpeg, byte[] profile) {
        String name = HexFormat.of().formatHex("ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII));
        String length = "%04X".formatted(2 + 14 + profile.length);
        return withSegment(
                jpeg, "FFE2" + length + name + "0101" + HexFormat.of().formatHex(profile));
    }

    private static byte[] withSegment(byte[] jpeg, String hex) {
        byte[] segment = HexFormat.of().parseHex(hex);
        return ByteBuffer.allocate(jpeg.length + segment.length)
                .put(jpeg, 0, 2)
                .put(segment)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    /**
     * A valid flat grey file of any size, in 1/85 of a byte a pixel: each 8 x 8 block says "same as the one before" and "end" in the
     * six bits 00 1010 of the standard tables.
     */
    static byte[] flatGrey(int width, int height) {
        var gray = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
        gray.getRaster()
                .setSamples(0, 0, 8, 8, 0, IntStream.range(0, 64).map(i -> 128).toArray());
        byte[] small = of(gray);
        int frame = find(small, START_OF_FRAME);
        int scan = find(small, START_OF_SCAN);
        int headLength = scan + 2 + ByteBuffer.wrap(small).getShort(scan + 2);
        int blocks = Math.ceilDiv(width, 8) * Math.ceilDiv(height, 8);
        byte[] fourBlocks = HexFormat.of().parseHex("28A28A");
        var file = ByteBuffer.allocate(headLength + Math.ceilDiv(blocks, 4) * 3 + 2);
        file.put(small, 0, headLength).putShort(frame + 5, (short) height).putShort(frame + 7, (short) width);
        while (file.remaining() > 2) {
            file.put(fourBlocks);
        }
        return file.putShort((short) 0xFFD9).array();
    }

    private static int find(byte[] jpeg, int marker) {
        var buffer = ByteBuffer.wrap(jpeg);
        int at = 2;
        while ((buffer.getShort(at) & 0xFFFF) != marker) {
            at += 2 + (buffer.getShort(at + 2) & 0xFFFF);
        }
        return at;
    }
}
