package dev.sightline.imaging;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a viewer shows of a file, frame after frame. Not thread-safe: it remembers what is
 * left of the frames before.
 */
final class Screen {

    /** What is left; null where all is background. */
    private @Nullable RgbPixels below;

    /**
     * The displayed area with a frame on it, both read at every n-th column and row; the layer is used up. Frames are cut where they
     * leave the area.
     */
    RgbPixels show(Layer frame, Placement place, FrameSize displayed, int n) {
        FrameSize area = displayed.subsampled(n);
        Span columns = Span.of(place.left() / n, frame.width(), area.width());
        Span rows = Span.of(place.top() / n, frame.height(), area.height());
        var window = new Window(area, columns, rows);
        RgbPixels shown = hidesAll(frame, place, window) ? frame.onBackground() : drawn(frame, place, window);
        below = switch (place.disposal()) {
            case KEEP -> shown;
            case RESTORE -> below;
            case CLEAR -> window.isAll() ? null : cleared(shown, window);
        };
        return shown;
    }

    private boolean hidesAll(Layer frame, Placement place, Window window) {
        boolean fits = frame.width() == window.columns().length()
                && frame.height() == window.rows().length();
        return fits && window.isAll() && (below == null || place.replaces());
    }

    /** The part of the area that a frame lies on. */
    private record Window(FrameSize area, Span columns, Span rows) {

        boolean isAll() {
            return columns.length() == area.width() && rows.length() == area.height();
        }

        /** Index of the first pixel of the part's row. */
        int row(int y) {
            return (rows.start() + y) * area.width() + columns.start();
        }
    }

    private record Span(int start, int length) {

        static Span of(int start, int length, int end) {
            return new Span(start, Math.clamp((long) end - start, 0, length));
        }
    }

    private RgbPixels drawn(Layer frame, Placement place, Window window) {
        int[] shown = below == null ? background(window.area()) : below.packed();
        for (int y = 0; y < window.rows().length(); y++) {
            int row = window.row(y);
            for (int x = 0; x < window.columns().length(); x++) {
                shown[row + x] = frame.over(x, y, place.replaces() ? Layer.BACKGROUND : shown[row + x]);
            }
        }
        return RgbPixels.adopt(window.area().width(), window.area().height(), shown);
    }

    private static RgbPixels cleared(RgbPixels shown, Window window) {
        int[] left = shown.packed();
        for (int y = 0; y < window.rows().length(); y++) {
            int row = window.row(y);
            Arrays.fill(left, row, row + window.columns().length(), Layer.BACKGROUND);
        }
        return RgbPixels.adopt(shown.width(), shown.height(), left);
    }

    private static int[] background(FrameSize area) {
        int[] pixels = new int[Math.multiplyExact(area.width(), area.height())];
        Arrays.fill(pixels, Layer.BACKGROUND);
        return pixels;
    }
}
