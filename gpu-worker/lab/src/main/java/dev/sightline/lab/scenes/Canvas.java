package dev.sightline.lab.scenes;

import dev.sightline.imaging.RgbPixels;
import dev.sightline.visual.NormalizedBox;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A scene in the making: it remembers which cut-out is seen at each pixel. Not thread-safe: it is painted on. */
final class Canvas {

    static final int WIDTH = 640;
    static final int HEIGHT = 480;

    private static final int NOTHING = -1;

    private final int[] packed;
    private final int[] seen = new int[WIDTH * HEIGHT];
    private final List<Laid> laid = new ArrayList<>();

    /** Takes the pixels of a backdrop over. */
    Canvas(int[] backdrop) {
        packed = backdrop;
        Arrays.fill(seen, NOTHING);
    }

    /** Lays a cut-out on all that is there; it must fit. */
    void lay(CutOut cutOut, int left, int top) {
        int[] onWhite = cutOut.onWhite().packed();
        int[] coverage = cutOut.coverage().packed();
        int opaque = 0;
        for (int i = 0; i < onWhite.length; i++) {
            int at = (top + i / cutOut.width()) * WIDTH + left + i % cutOut.width();
            int opacity = coverage[i] & 0xFF;
            packed[at] = blend(onWhite[i], packed[at], opacity);
            if (CutOut.isOpaque(opacity)) {
                seen[at] = laid.size();
                opaque++;
            }
        }
        laid.add(new Laid(cutOut, opaque));
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

    /** What can be seen of each cut-out, in the order in which they were laid; without those that are wholly covered. */
    List<Scene.Placed> placed() {
        List<Extent> extents = laid.stream().map(each -> new Extent()).toList();
        for (int i = 0; i < seen.length; i++) {
            if (seen[i] != NOTHING) {
                extents.get(seen[i]).add(i % WIDTH, i / WIDTH);
            }
        }
        List<Scene.Placed> placed = new ArrayList<>();
        for (int i = 0; i < laid.size(); i++) {
            if (extents.get(i).pixels > 0) {
                placed.add(laid.get(i).placed(extents.get(i)));
            }
        }
        return placed;
    }

    RgbPixels pixels() {
        return RgbPixels.of(WIDTH, HEIGHT, packed);
    }

    /** A cut-out and how many opaque pixels it has, covered ones included. */
    private record Laid(CutOut cutOut, int opaque) {

        Scene.Placed placed(Extent extent) {
            return new Scene.Placed(
                    cutOut.image().label(), cutOut.image().name(), extent.box(), (double) extent.pixels / opaque);
        }
    }

    /** The smallest rectangle around pixels, and their number. */
    private static final class Extent {

        private int left = WIDTH;
        private int top = HEIGHT;
        private int right;
        private int bottom;
        private int pixels;

        void add(int x, int y) {
            left = Math.min(left, x);
            top = Math.min(top, y);
            right = Math.max(right, x + 1);
            bottom = Math.max(bottom, y + 1);
            pixels++;
        }

        NormalizedBox box() {
            return new NormalizedBox(
                    (double) left / WIDTH,
                    (double) top / HEIGHT,
                    (double) (right - left) / WIDTH,
                    (double) (bottom - top) / HEIGHT);
        }
    }
}
