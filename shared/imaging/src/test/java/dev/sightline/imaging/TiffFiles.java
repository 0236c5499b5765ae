package dev.sightline.imaging;

import java.util.Arrays;
import java.util.HexFormat;

/** TIFF files built by code: pages of 2 x 1 RGB pixels, uncompressed, big-endian. */
final class TiffFiles {

    private static final int ENTRIES = 11;
    private static final int PAGE_LENGTH = 2 + ENTRIES * 12 + 4 + 6 + 6;

    private TiffFiles() {}

    /** A directory of the given entries, each of eight hex bytes before its value, and nothing else: what raw files begin with. */
    static byte[] directory(String... entries) {
        String head = "4D4D002A00000008" + "%04X".formatted(entries.length);
        return Arrays.copyOf(HexFormat.of().parseHex(head + String.join("", entries) + "00000000"), 4096);
    }

    static String number(int tag, int value) {
        return entry(tag, 4, 1, value);
    }

    /** A page of one CMYK pixel. */
    static byte[] cmyk(String pixel) {
        int bits = 8 + 2 + 10 * 12 + 4;
        String page = "4D4D002A00000008" + "%04X".formatted(10)
                + number(0x100, 1) + number(0x101, 1) + entry(0x102, 3, 4, bits)
                + number(0x103, 1) + number(0x106, 5) + number(0x111, bits + 8)
                + number(0x115, 4) + number(0x116, 1) + number(0x117, 4) + number(0x11C, 1)
                + "00000000" + "0008000800080008" + pixel;
        return HexFormat.of().parseHex(page);
    }

    /** A page that declares any size and has hardly any pixels. */
    static byte[] bomb(int width, int height) {
        byte[] file = pages(1, "102030405060");
        return BrokenFiles.with(BrokenFiles.with(file, 18, "%08X".formatted(width)), 30, "%08X".formatted(height));
    }

    /** A chain of directories of 65,535 entries each, which lie in each other: millions of entries in one megabyte. */
    static byte[] nested(int directories) {
        byte[] file = Arrays.copyOf(HexFormat.of().parseHex("4D4D002A00000008"), 8 + 2 + 65_535 * 12 + 4 * directories);
        for (int i = 0; i < directories; i++) {
            int at = 8 + 4 * i;
            BrokenFiles.put(file, at, "FFFF");
            BrokenFiles.put(file, at + 2 + 65_535 * 12, "%08X".formatted(at + 4));
        }
        return file;
    }

    /** A directory whose next one is itself. */
    static byte[] endless() {
        byte[] file = pages(1, "102030405060");
        return BrokenFiles.with(file, 8 + 2 + ENTRIES * 12, "00000008");
    }

    /** One page for each pair of pixels, given as twelve hex digits. */
    static byte[] pages(int orientation, String... pixels) {
        var file = new StringBuilder("4D4D002A00000008");
        for (int i = 0; i < pixels.length; i++) {
            int start = 8 + i * PAGE_LENGTH;
            int next = i + 1 < pixels.length ? start + PAGE_LENGTH : 0;
            file.append(page(start, next, orientation, pixels[i]));
        }
        return HexFormat.of().parseHex(file);
    }

    private static String page(int start, int next, int orientation, String pixels) {
        int bits = start + 2 + ENTRIES * 12 + 4;
        return "%04X".formatted(ENTRIES)
                + number(0x100, 2)
                + number(0x101, 1)
                + entry(0x102, 3, 3, bits)
                + number(0x103, 1)
                + number(0x106, 2)
                + number(0x111, bits + 6)
                + number(0x112, orientation)
                + number(0x115, 3)
                + number(0x116, 1)
                + number(0x117, 6)
                + number(0x11C, 1)
                + "%08X".formatted(next)
                + "000800080008"
                + pixels;
    }

    static String entry(int tag, int type, int count, int value) {
        return "%04X%04X%08X%08X".formatted(tag, type, count, value);
    }
}
