package dev.sightline.imaging;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;

/** GIF files built by code: frames of 2 x 1 pixels, colours 0 black, 1 red, 2 green, 3 blue. */
final class GifFiles {

    private static final int NONE = -1;

    private GifFiles() {}

    /** Frames of two pixels each, given as palette indexes, on a screen of 2 x 1. */
    static byte[] frames(int[]... pixels) {
        return file(2, NONE, 0, pixels);
    }

    /** One frame whose pixels of the given index are transparent. */
    static byte[] withTransparent(int index, int... pixels) {
        return file(2, index, 0, pixels);
    }

    /** One frame that starts at the given column of a screen of the given width. */
    static byte[] placed(int screenWidth, int left, int... pixels) {
        return file(screenWidth, NONE, left, pixels);
    }

    /** Any screen, with one frame of 2 x 1. */
    static byte[] onScreen(int width, int height) {
        return BrokenFiles.with(frames(new int[] {1, 2}), 6, swapped(width) + swapped(height));
    }

    /** The same frame of two red pixels again and again. */
    static byte[] repeated(int times) {
        int[][] frames = new int[times][];
        Arrays.fill(frames, new int[] {1, 1});
        return frames(frames);
    }

    /** Two frames: one of the given disposal that covers the screen of 2 x 1, another that begins in its second column. */
    static byte[] disposing(int disposal, int[] first, int[] second) {
        var file = new ByteArrayOutputStream();
        put(file, "47494638396102000100910000" + "000000FF000000FF000000FF");
        put(file, "21F904%02X00000000".formatted(disposal << 2) + "2C000000000200010000" + "02" + compressed(first));
        put(file, "2C010000000200010000" + "02" + compressed(second) + "3B");
        return file.toByteArray();
    }

    private static String swapped(int number) {
        return "%02X%02X".formatted(number & 0xFF, number >> 8);
    }

    private static byte[] file(int screenWidth, int transparent, int left, int[]... frames) {
        var file = new ByteArrayOutputStream();
        put(file, "474946383961%02X000100910000".formatted(screenWidth));
        put(file, "000000FF000000FF000000FF");
        for (int[] pixels : frames) {
            if (transparent != NONE) {
                put(file, "21F904010000%02X00".formatted(transparent));
            }
            put(file, "2C%02X000000020001000002".formatted(left));
            put(file, compressed(pixels));
        }
        put(file, "3B");
        return file.toByteArray();
    }

    /** Codes of three bits: clear (4), both pixels, end (5); least significant bit first, as one block. */
    private static String compressed(int[] pixels) {
        int codes = 4 | pixels[0] << 3 | pixels[1] << 6 | 5 << 9;
        return "02%02X%02X00".formatted(codes & 0xFF, codes >> 8);
    }

    private static void put(ByteArrayOutputStream file, String hex) {
        file.writeBytes(HexFormat.of().parseHex(hex));
    }
}
