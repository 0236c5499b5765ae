package dev.sightline.imaging;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The frames or pages of a file, from its headers alone: how many there are, and how the first few lie on the displayed area.
 *
 * <p>{@code screen} is the area that all frames share; without one, each frame is displayed in its own size.
 */
record FrameLayout(@Nullable FrameSize screen, int count, List<Placement> first) {

    FrameLayout {
        first = List.copyOf(first);
    }

    /** Frames or pages that have nothing to do with each other. */
    static FrameLayout separate(int count) {
        int looked = Math.min(count, ImageLimits.FRAMES_LOOKED_AT);
        return new FrameLayout(null, count, Collections.nCopies(looked, Placement.WHOLE));
    }

    /** The area on which a frame of the given size is displayed. */
    FrameSize area(FrameSize frame) {
        return screen == null ? frame : screen;
    }

    /** Gathers the frames of a moving picture, in their order. */
    static final class Builder {

        private FrameSize screen;
        private int count;
        private final List<Placement> first = new ArrayList<>();

        Builder(FrameSize screen) {
            this.screen = screen;
        }

        /** The first frame is shown whole, even where it leaves the screen that the header declares. */
        void add(Placement placement, FrameSize size) {
            if (count == 0) {
                int width = Math.max(screen.width(), placement.left() + size.width());
                int height = Math.max(screen.height(), placement.top() + size.height());
                screen = new FrameSize(width, height);
            }
            if (count < ImageLimits.FRAMES_LOOKED_AT) {
                first.add(placement);
            }
            count++;
        }

        FrameLayout build() {
            return new FrameLayout(screen, count, first);
        }
    }
}
