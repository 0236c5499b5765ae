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

    /** A second directory with a thumbnail, whose orientation differs from the picture's. */
    static byte[] withThumbnail(byte[] jpeg, int orientation) {
        String first = "0001" + "0112000300000001" + "%04X0000".formatted(orientation) + "0000001A";
        String second = "0003" + "0112000300000001" + "00060000" + "0201000400000001" + "00000044" + "0202000400000001"
                + "%08X".formatted(jpeg.length) + "00000000";
        String hex = "4D4D002A00000008" + first + second + HexFormat.of().formatHex(jpeg);
        return HexFormat.of().parseHex(hex);
    }

    /** A directory with as many entries as fit, each of which points to the whole block: small on disk, huge when copied. */
    static byte[] amplified(int entries) {
        int end = 8 + 2 + 12 * entries + 4;
        var block = new StringBuilder("4D4D002A00000008").append("%04X".formatted(entries));
        for (int i = 0; i < entries; i++) {
            block.append("%04X0007%08X00000000".formatted(0x9000 + i % 0x1000, end));
        }
        return HexFormat.of().parseHex(block.append("00000000"));
    }
}
