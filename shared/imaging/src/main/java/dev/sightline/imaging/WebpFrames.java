package dev.sightline.imaging;

import dev.sightline.imaging.Placement.Disposal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Walks over the chunks of an animated WebP file; pixels are skipped. */
final class WebpFrames {

    private static final int FIRST_CHUNK = 12;
    private static final int CHUNK_HEAD = 8;
    private static final int HAS_FRAMES = 0x02;
    private static final int REPLACES = 0x02;
    private static final int CLEARS = 0x01;
    private static final int VP8X = fourCharacters('V', 'P', '8', 'X');
    private static final int ANMF = fourCharacters('A', 'N', 'M', 'F');

    private final ByteBuffer file;

    private WebpFrames(byte[] webp) {
        file = ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN);
    }

    static FrameLayout layout(byte[] webp) {
        var walk = new WebpFrames(webp);
        return walk.isAnimated() ? walk.walk() : FrameLayout.separate(1);
    }

    private boolean isAnimated() {
        int content = FIRST_CHUNK + CHUNK_HEAD;
        return file.capacity() > content + 10
                && file.getInt(FIRST_CHUNK) == VP8X
                && (file.get(content) & HAS_FRAMES) != 0;
    }

    private FrameLayout walk() {
        int content = FIRST_CHUNK + CHUNK_HEAD;
        var frames = new FrameLayout.Builder(sizeAt(content + 4));
        int at = FIRST_CHUNK;
        while (at + CHUNK_HEAD <= file.capacity()) {
            if (file.getInt(at) == ANMF) {
                add(frames, at + CHUNK_HEAD);
            }
            at = Math.addExact(at, CHUNK_HEAD + paddedLength(file.getInt(at + 4)));
        }
        return frames.build();
    }

    private void add(FrameLayout.Builder frames, int at) {
        int flags = file.get(at + 15);
        Disposal disposal = (flags & CLEARS) == 0 ? Disposal.KEEP : Disposal.CLEAR;
        // Positions are stored halved.
        frames.add(
                new Placement(2 * threeBytes(at), 2 * threeBytes(at + 3), (flags & REPLACES) != 0, disposal),
                sizeAt(at + 6));
    }

    /** Chunks end at even positions. A length beyond 2 GB reads as negative and would lead backwards, for ever. */
    private static int paddedLength(int length) {
        if (length < 0) {
            throw new IllegalArgumentException("a chunk declares " + Integer.toUnsignedLong(length) + " bytes");
        }
        return Math.addExact(length, length & 1);
    }

    private FrameSize sizeAt(int at) {
        return new FrameSize(1 + threeBytes(at), 1 + threeBytes(at + 3));
    }

    private int threeBytes(int at) {
        return (file.getShort(at) & 0xFFFF) | (file.get(at + 2) & 0xFF) << 16;
    }

    private static int fourCharacters(char a, char b, char c, char d) {
        return a | b << 8 | c << 16 | d << 24;
    }
}
