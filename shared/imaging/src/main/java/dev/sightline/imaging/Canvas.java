package dev.sightline.imaging;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The area that is displayed, and where the first frame lies on it: GIF and animated WebP frames may cover a part only. Positions are
 * in pixels from the top left.
 */
record Canvas(FrameSize size, int left, int top) {

    private static final int GIF_HEADER = 13;
    private static final int GIF_EXTENSION = 0x21;
    private static final int WEBP_FIRST_CHUNK = 12;
    private static final int CHUNK_HEAD = 8;
    private static final int WEBP_HAS_FRAMES = 0x02;
    private static final int VP8X = fourCharacters('V', 'P', '8', 'X');
    private static final int ANMF = fourCharacters('A', 'N', 'M', 'F');

    /** The canvas of a file whose first frame has the given size; large enough to hold that frame, whatever the header says. */
    static Canvas of(byte[] bytes, ImageFormat format, FrameSize frame) {
        var file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        Canvas declared = switch (format) {
            case GIF -> ofGif(file);
            case WEBP -> ofWebp(file, frame);
            case JPEG, PNG, BMP, TIFF -> new Canvas(frame, 0, 0);
        };
        return declared.holding(frame);
    }

    private static Canvas ofGif(ByteBuffer file) {
        var screen = new FrameSize(unsignedShort(file, 6), unsignedShort(file, 8));
        int flags = file.get(10);
        int palette = (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
        int at = GIF_HEADER + palette;
        while (file.get(at) == GIF_EXTENSION) {
            at = endOfGifBlocks(file, at + 2);
        }
        return new Canvas(screen, unsignedShort(file, at + 1), unsignedShort(file, at + 3));
    }

    private static int endOfGifBlocks(ByteBuffer file, int start) {
        int at = start;
        while (file.get(at) != 0) {
            at += 1 + (file.get(at) & 0xFF);
        }
        return at + 1;
    }

    private static Canvas ofWebp(ByteBuffer file, FrameSize frame) {
        int content = WEBP_FIRST_CHUNK + CHUNK_HEAD;
        if (file.getInt(WEBP_FIRST_CHUNK) != VP8X || (file.get(content) & WEBP_HAS_FRAMES) == 0) {
            return new Canvas(frame, 0, 0);
        }
        var size = new FrameSize(1 + threeBytes(file, content + 4), 1 + threeBytes(file, content + 7));
        int at = WEBP_FIRST_CHUNK;
        while (file.getInt(at) != ANMF) {
            at += CHUNK_HEAD + paddedLength(file.getInt(at + 4));
        }
        // Positions are stored halved.
        return new Canvas(size, 2 * threeBytes(file, at + CHUNK_HEAD), 2 * threeBytes(file, at + CHUNK_HEAD + 3));
    }

    /** Chunks end at even positions. A length beyond 2 GB reads as negative and would lead backwards, for ever. */
    private static int paddedLength(int length) {
        if (length < 0) {
            throw new IllegalArgumentException("a chunk declares " + Integer.toUnsignedLong(length) + " bytes");
        }
        return length + (length & 1);
    }

    private Canvas holding(FrameSize frame) {
        int width = Math.max(size.width(), left + frame.width());
        int height = Math.max(size.height(), top + frame.height());
        return new Canvas(new FrameSize(width, height), left, top);
    }

    /** The pixels of a frame on the background; both were read at every n-th column and row. */
    RgbPixels place(RgbPixels frame, int n) {
        FrameSize area = size.subsampled(n);
        if (frame.width() == area.width() && frame.height() == area.height()) {
            return frame;
        }
        int[] packed = new int[Math.multiplyExact(area.width(), area.height())];
        Arrays.fill(packed, PixelPacker.BACKGROUND * 0x010101);
        int width = Math.min(frame.width(), area.width() - left / n);
        int height = Math.min(frame.height(), area.height() - top / n);
        for (int y = 0; y < height; y++) {
            int target = (top / n + y) * area.width() + left / n;
            System.arraycopy(frame.shared(), y * frame.width(), packed, target, width);
        }
        return RgbPixels.adopt(area.width(), area.height(), packed);
    }

    private static int unsignedShort(ByteBuffer file, int at) {
        return file.getShort(at) & 0xFFFF;
    }

    private static int threeBytes(ByteBuffer file, int at) {
        return unsignedShort(file, at) | (file.get(at + 2) & 0xFF) << 16;
    }

    private static int fourCharacters(char a, char b, char c, char d) {
        return a | b << 8 | c << 16 | d << 24;
    }
}
