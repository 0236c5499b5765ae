package dev.sightline.imaging;

import dev.sightline.imaging.Placement.Disposal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Walks over the blocks of a GIF file; pixels are skipped. */
final class GifFrames {

    private static final int HEADER = 13;
    private static final int EXTENSION = 0x21;
    private static final int GRAPHIC_CONTROL = 0xF9;
    private static final int FRAME = 0x2C;
    private static final int FRAME_HEAD = 10;

    private final ByteBuffer file;
    private final FrameLayout.Builder frames;
    private Disposal disposal = Disposal.KEEP;

    private GifFrames(byte[] gif) {
        file = ByteBuffer.wrap(gif).order(ByteOrder.LITTLE_ENDIAN);
        frames = new FrameLayout.Builder(new FrameSize(unsignedShort(6), unsignedShort(8)));
    }

    /** The frames up to the end of the file, or to what is no block: a frame that is cut counts, and is found when it is decoded. */
    static FrameLayout layout(byte[] gif) {
        var walk = new GifFrames(gif);
        try {
            walk.walk();
        } catch (IndexOutOfBoundsException e) {
            // The file is cut.
        }
        return walk.frames.build();
    }

    private void walk() {
        int at = HEADER + paletteLength(file.get(10));
        while (true) {
            switch (file.get(at) & 0xFF) {
                case EXTENSION -> at = endOfExtension(at);
                case FRAME -> at = endOfFrame(at);
                default -> {
                    return;
                }
            }
        }
    }

    private int endOfExtension(int at) {
        if ((file.get(at + 1) & 0xFF) == GRAPHIC_CONTROL) {
            disposal = disposal(file.get(at + 3) >> 2 & 7);
        }
        return endOfBlocks(at + 2);
    }

    private static Disposal disposal(int method) {
        return switch (method) {
            case 2 -> Disposal.CLEAR;
            case 3 -> Disposal.RESTORE;
            default -> Disposal.KEEP;
        };
    }

    private int endOfFrame(int at) {
        var size = new FrameSize(unsignedShort(at + 5), unsignedShort(at + 7));
        frames.add(new Placement(unsignedShort(at + 1), unsignedShort(at + 3), false, disposal), size);
        disposal = Disposal.KEEP;
        int codeSize = at + FRAME_HEAD + paletteLength(file.get(at + 9));
        return endOfBlocks(codeSize + 1);
    }

    private int endOfBlocks(int start) {
        int at = start;
        while (file.get(at) != 0) {
            at += 1 + (file.get(at) & 0xFF);
        }
        return at + 1;
    }

    private static int paletteLength(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }

    private int unsignedShort(int at) {
        return file.getShort(at) & 0xFFFF;
    }
}
