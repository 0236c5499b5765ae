package dev.sightline.imaging;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** What the header of a BMP file says about its pixels. */
final class BmpHeader {

    private static final int LENGTH = 14;
    private static final int COMPRESSION = 30;
    private static final int SHORTEST_WITH_COMPRESSION = 40;
    private static final int JPEG = 4;
    private static final int PNG = 5;

    private BmpHeader() {}

    /** Whether a whole JPEG or PNG file, with a size of its own, stands in the place of the pixels. */
    static boolean isAroundAnotherFile(byte[] bmp) {
        var file = ByteBuffer.wrap(bmp).order(ByteOrder.LITTLE_ENDIAN);
        if (bmp.length < COMPRESSION + 4 || file.getInt(LENGTH) < SHORTEST_WITH_COMPRESSION) {
            return false;
        }
        int compression = file.getInt(COMPRESSION);
        return compression == JPEG || compression == PNG;
    }
}
