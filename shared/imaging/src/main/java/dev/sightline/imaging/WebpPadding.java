package dev.sightline.imaging;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Zeros after a WebP file. The codec reads ahead by eight bytes and answers a file's end with an exception for each pixel near it:
 * tiny files then cost 70 times the time, and a kilobyte of them minutes.
 */
final class WebpPadding {

    private static final int READ_AHEAD = 8;
    private static final int RIFF_HEAD = 8;

    private WebpPadding() {}

    /** The padded file; one that is shorter than it says is refused, since zeros would hide it. */
    static byte[] padded(byte[] webp) throws IOException {
        long declared = RIFF_HEAD
                + Integer.toUnsignedLong(
                        ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN).getInt(4));
        if (webp.length < declared) {
            throw new IOException("the header declares %d bytes, the file has %d".formatted(declared, webp.length));
        }
        return Arrays.copyOf(webp, webp.length + READ_AHEAD);
    }
}
