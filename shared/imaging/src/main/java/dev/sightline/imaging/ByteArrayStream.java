package dev.sightline.imaging;

import java.io.IOException;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * A file in memory, as codecs read it, without another copy.
 *
 * <p>Some codecs go on after the end of a broken file, one costly exception a pixel. Here the end is answered a few times only; then
 * reading fails in a way that they do not catch. It fails as well once the image's time is over. Not thread-safe: it holds a position.
 */
final class ByteArrayStream extends ImageInputStreamImpl {

    private static final int PATIENCE = 1000;

    /** The most that is read at once: a codec may work long on a little more. */
    private static final int BLOCK = 4096;

    private final byte[] bytes;
    private final Deadline deadline;
    private int readsAtEnd;

    ByteArrayStream(byte[] bytes, Deadline deadline) {
        this.bytes = bytes;
        this.deadline = deadline;
    }

    @Override
    public int read() throws IOException {
        checkClosed();
        deadline.step();
        bitOffset = 0;
        return streamPos < bytes.length ? bytes[(int) streamPos++] & 0xFF : end();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        checkClosed();
        if (length < BLOCK) {
            deadline.step();
        } else {
            deadline.check();
        }
        bitOffset = 0;
        if (streamPos >= bytes.length) {
            return length == 0 ? 0 : end();
        }
        int count = Math.min(Math.min(length, BLOCK), bytes.length - (int) streamPos);
        System.arraycopy(bytes, (int) streamPos, target, offset, count);
        streamPos += count;
        return count;
    }

    /** Asked for with every few bits by codecs that hardly read, since what they decode takes none. */
    @Override
    public long getStreamPosition() throws IOException {
        deadline.step();
        return super.getStreamPosition();
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
