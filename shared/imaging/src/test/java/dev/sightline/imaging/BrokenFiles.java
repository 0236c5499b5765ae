package dev.sightline.imaging;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** Damage of every kind. */
final class BrokenFiles {

    private BrokenFiles() {}

    static byte[] cut(byte[] file, double share) {
        return Arrays.copyOf(file, (int) (file.length * share));
    }

    static byte[] withoutEnd(byte[] file, int bytes) {
        return Arrays.copyOf(file, file.length - bytes);
    }

    static byte[] followedBy(byte[] file, String text) {
        byte[] garbage = text.repeat(500).getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(file.length + garbage.length)
                .put(file)
                .put(garbage)
                .array();
    }

    static byte[] with(byte[] file, int at, String hex) {
        byte[] changed = file.clone();
        put(changed, at, hex);
        return changed;
    }

    /** Changes the file itself. */
    static void put(byte[] file, int at, String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        System.arraycopy(bytes, 0, file, at, bytes.length);
    }

    /** Two kilobytes that begin with the given characters. */
    static byte[] startingWith(String latin1) {
        return Arrays.copyOf(latin1.getBytes(StandardCharsets.ISO_8859_1), 2048);
    }
}
