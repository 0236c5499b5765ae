package dev.sightline.imaging;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** BMP files built by code. */
final class BmpFiles {

    private static final int HEADERS = 54;

    private BmpFiles() {}

    /** Red pixels of 24 or 32 bits; a negative height stores them from the top. */
    static byte[] red(int width, int height, int bits) {
        int row = Math.ceilDiv(width * bits, 32) * 4;
        byte[] file = headers(width, height, bits, 0, row * Math.abs(height));
        for (int y = 0; y < Math.abs(height); y++) {
            for (int x = 0; x < width; x++) {
                file[HEADERS + y * row + x * bits / 8 + 2] = (byte) 0xFF;
            }
        }
        return file;
    }

    /** Five bits a channel. */
    static byte[] redOfFifteenBits(int width, int height) {
        int row = Math.ceilDiv(width * 16, 32) * 4;
        byte[] file = headers(width, height, 16, 0, row * height);
        for (int at = HEADERS + 1; at < file.length; at += 2) {
            file[at] = 0x7C;
        }
        return file;
    }

    /** Run lengths that declare any size: nothing but the end, after 256 colours. */
    static byte[] runLengths(int width, int height) {
        byte[] file = headers(width, height, 8, 1, 1024 + 2);
        file[file.length - 1] = 1;
        return BrokenFiles.with(file, 10, "36040000");
    }

    /** A file of another format in the place of pixels. */
    static byte[] around(byte[] png) {
        byte[] file = headers(4, 4, 0, 5, png.length);
        System.arraycopy(png, 0, file, HEADERS, png.length);
        return file;
    }

    private static byte[] headers(int width, int height, int bits, int compression, int pixelBytes) {
        byte[] bytes = Arrays.copyOf(new byte[] {'B', 'M'}, HEADERS + pixelBytes);
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        file.putInt(2, bytes.length).putInt(10, HEADERS).putInt(14, 40);
        file.putInt(18, width).putInt(22, height).putShort(26, (short) 1).putShort(28, (short) bits);
        file.putInt(30, compression).putInt(34, pixelBytes);
        return bytes;
    }
}
