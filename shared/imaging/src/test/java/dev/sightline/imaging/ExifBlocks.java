package dev.sightline.imaging;

import java.util.HexFormat;

/** EXIF blocks built by code. */
final class ExifBlocks {

    private ExifBlocks() {}

    /** A big-endian TIFF header and one directory of one entry: tag 0x0112, type SHORT, count 1. */
    static byte[] withOrientation(int value) {
        return HexFormat.of()
                .parseHex("4D4D002A00000008" + "0001" + "0112000300000001" + "%04X0000".formatted(value) + "00000000");
    }
}
