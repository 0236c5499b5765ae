package dev.sightline.imaging;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * JPEG files of four components that do not say what these are. Browsers take them for Adobe's inverted CMYK; the codec would take
 * them for RGB with alpha. So they are given the segment that says it.
 */
final class CmykJpeg {

    /** APP14, 14 bytes: name, version 100, no flags, transform 0 (CMYK). */
    private static final byte[] ADOBE = HexFormat.of().parseHex("FFEE000E41646F626500640000000000");

    private static final int START_OF_IMAGE_LENGTH = 2;

    private CmykJpeg() {}

    /** The file, with Adobe's segment if it has four components and lacks it. */
    static byte[] declared(byte[] jpeg, JpegHeader header) {
        return header.components() == 4 && !header.isAdobe() ? withAdobe(jpeg) : jpeg;
    }

    private static byte[] withAdobe(byte[] jpeg) {
        return ByteBuffer.allocate(jpeg.length + ADOBE.length)
                .put(jpeg, 0, START_OF_IMAGE_LENGTH)
                .put(ADOBE)
                .put(jpeg, START_OF_IMAGE_LENGTH, jpeg.length - START_OF_IMAGE_LENGTH)
                .array();
    }
}
