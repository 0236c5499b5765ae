package dev.sightline.imaging;

import java.io.IOException;

/** Numbers of a TIFF header that the codec allocates memory for without asking whether they can be true. */
final class TiffCheck {

    private static final int SAMPLES_PER_PIXEL = 0x0115;
    private static final int TILE_WIDTH = 0x0142;
    private static final int TILE_HEIGHT = 0x0143;
    private static final int MAX_SAMPLES = 8;
    private static final int MAX_TILE_SIDE = 8192;

    /** Pages may share a value, such as a colour profile; nothing honest shares much. */
    private static final long SHARED = 4;

    private static final long SHARED_BYTES = 16L * 1024 * 1024;

    private TiffCheck() {}

    /** Fails if the header declares what no picture has. */
    static void check(byte[] tiff, TiffDirectories directories) throws IOException {
        long most = SHARED * tiff.length + SHARED_BYTES;
        long declared = directories.declaredBytes(most);
        if (declared > most) {
            throw new IOException("expected directories with at most %d bytes of values in a file of %d, got %d"
                    .formatted(most, tiff.length, declared));
        }
        for (int i = 0; i < directories.count(); i++) {
            check(directories, i, SAMPLES_PER_PIXEL, MAX_SAMPLES);
            check(directories, i, TILE_WIDTH, MAX_TILE_SIDE);
            check(directories, i, TILE_HEIGHT, MAX_TILE_SIDE);
        }
    }

    private static void check(TiffDirectories directories, int page, int tag, int maximum) throws IOException {
        long value = directories.number(page, tag).orElse(0);
        if (value > maximum) {
            throw new IOException("expected tag 0x%04X of at most %d, got %d".formatted(tag, maximum, value));
        }
    }
}
