package dev.sightline.imaging;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How the pixels of a BMP file are stored. */
enum BmpHeader {
    PLAIN,
    RUN_LENGTHS,
    /** A whole JPEG or PNG file, with a size of its own. */
    EMBEDDED;

    private static final int INFO_LENGTH = 14;
    private static final int COMPRESSION = 30;
    private static final int SHORTEST_WITH_COMPRESSION = 40;

    static BmpHeader of(byte[] bmp) {
        var file = ByteBuffer.wrap(bmp).order(ByteOrder.LITTLE_ENDIAN);
        if (bmp.length < COMPRESSION + 4 || file.getInt(INFO_LENGTH) < SHORTEST_WITH_COMPRESSION) {
            return PLAIN;
        }
        return switch (file.getInt(COMPRESSION)) {
            case 1, 2 -> RUN_LENGTHS;
            case 4, 5 -> EMBEDDED;
            default -> PLAIN;
        };
    }
}
