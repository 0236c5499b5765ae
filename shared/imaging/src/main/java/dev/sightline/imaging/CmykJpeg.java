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
    private static final int APP14 = 0xFFEE;
    private static final int START_OF_SCAN = 0xFFDA;

    private CmykJpeg() {}

    /** The file, with Adobe's segment if it has four components and lacks it. */
    static byte[] declared(byte[] jpeg) {
        var file = ByteBuffer.wrap(jpeg);
        int at = START_OF_IMAGE_LENGTH;
        // Whatever is out of form here is left to the codec.
        while (at + 10 <= jpeg.length) {
            int marker = file.getShort(at) & 0xFFFF;
            if (marker == APP14 || marker == START_OF_SCAN || marker < 0xFFC0) {
                return jpeg;
            }
            if (isStartOfFrame(marker)) {
                return file.get(at + 9) == 4 ? withAdobe(jpeg) : jpeg;
            }
            at += 2 + (file.getShort(at + 2) & 0xFFFF);
        }
        return jpeg;
    }

    /** C0 to CF, without the tables DHT (C4), JPG (C8) and DAC (CC). */
    private static boolean isStartOfFrame(int marker) {
        return marker == 0xFFC0 || (marker > 0xFFC0 && marker <= 0xFFCF && marker % 4 != 0);
    }

    private static byte[] withAdobe(byte[] jpeg) {
        return ByteBuffer.allocate(jpeg.length + ADOBE.length)
                .put(jpeg, 0, START_OF_IMAGE_LENGTH)
                .put(ADOBE)
                .put(jpeg, START_OF_IMAGE_LENGTH, jpeg.length - START_OF_IMAGE_LENGTH)
                .array();
    }
}
