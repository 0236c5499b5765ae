package dev.sightline.imaging;

import java.io.IOException;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * A file in memory, as codecs read it, without another copy.
 *
 * <p>Some codecs go on after the end of a broken file, one costly exception a pixel. Here the end is answered a few times only; then
 * reading fails in a way that they do not catch. Not thread-safe: it holds a position.
 */
final class ByteArrayStream extends ImageInputStreamImpl {

    private static final int PATIENCE = 1000;

    private final byte[] bytes;
    private int readsAtEnd;

    ByteArrayStream(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read() throws IOException {
        checkClosed();
        bitOffset = 0;
        return streamPos < bytes.length ? bytes[(int) streamPos++] & 0xFF : end();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        checkClosed();
        bitOffset = 0;
        if (streamPos >= bytes.length) {
            return length == 0 ? 0 : end();
        }
        int count = Math.min(length, bytes.length - (int) streamPos);
        System.arraycopy(bytes, (int) streamPos, target, offset, count);
        streamPos += count;
        return count;
    }

    private int end() throws IOException {
        if (++readsAtEnd > PATIENCE) {
            throw new IOException("the file ends after %d bytes, before the picture does".formatted(bytes.length));
        }
        return -1;
    }

    @Override
    public long length() {
        return bytes.length;
    }
}
