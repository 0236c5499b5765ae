package dev.sightline.lab.scenes;

import dev.sightline.imaging.RgbPixels;
import dev.sightline.visual.NormalizedBox;
import java.util.Random;

/** A scene in the making. Not thread-safe: it is painted on. */
final class Canvas {

    static final int WIDTH = 640;
    static final int HEIGHT = 480;

    private final int[] packed;

    Canvas(Background background, Random random) {
        packed = background.paint(WIDTH, HEIGHT, random);
    }

    /** Lays a cut-out on the canvas and says where it is; it must fit. */
    NormalizedBox lay(CutOut cutOut, int left, int top) {
        for (int y = 0; y < cutOut.height(); y++) {
            for (int x = 0; x < cutOut.width(); x++) {
                int at = (top + y) * WIDTH + left + x;
                int coverage = cutOut.coverage().rgb(x, y) & 0xFF;
                packed[at] = blend(cutOut.onWhite().rgb(x, y), packed[at], coverage);
            }
        }
        return new NormalizedBox(
                (double) left / WIDTH,
                (double) top / HEIGHT,
                (double) cutOut.width() / WIDTH,
                (double) cutOut.height() / HEIGHT);
    }

    /** Takes the white that shows through a pixel away and puts what lies below in its place. */
    static int blend(int onWhite, int below, int coverage) {
        int through = 255 - coverage;
        int blended = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int own = (onWhite >> shift & 0xFF) - through;
            int value = own + (through * (below >> shift & 0xFF) + 127) / 255;
            blended = blended << 8 | Math.clamp(value, 0, 255);
        }
        return blended;
    }

    RgbPixels pixels() {
        return RgbPixels.of(WIDTH, HEIGHT, packed);
    }
}
