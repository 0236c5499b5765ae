package dev.sightline.imaging;

import java.io.IOException;

/** Width and height of a frame, as its header declares them. */
record FrameSize(int width, int height) {

    /** Checks what a header declares. */
    static FrameSize declared(int width, int height) throws IOException {
        if (width < 1 || height < 1) {
            throw new IOException("the header declares %d x %d pixels".formatted(width, height));
        }
        return new FrameSize(width, height);
    }

    long pixels() {
        return (long) width * height;
    }

    int longestSide() {
        return Math.max(width, height);
    }

    FrameSize turned() {
        return new FrameSize(/* width= */ height, /* height= */ width);
    }

    /** The size that remains when only every n-th column and row is read. */
    FrameSize subsampled(int n) {
        return new FrameSize(Math.ceilDiv(width, n), Math.ceilDiv(height, n));
    }
}
