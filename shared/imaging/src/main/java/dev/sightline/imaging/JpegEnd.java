package dev.sightline.imaging;

import java.util.Arrays;

/**
 * The end marker of JPEG files that lack it. A picture may be whole without it; the codec then says the same as of one that is cut in
 * its middle. With the marker it says only what is true.
 */
final class JpegEnd {

    private JpegEnd() {}

    static byte[] appended(byte[] jpeg) {
        byte[] file = Arrays.copyOf(jpeg, jpeg.length + 2);
        file[jpeg.length] = (byte) 0xFF;
        file[jpeg.length + 1] = (byte) 0xD9;
        return file;
    }
}
