package dev.sightline.storage;

import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.NormalizedBox;

/**
 * Any rectangle of an image, on a grid of {@value #GRID} lines each way: every edge lies on its nearest line, and a box thinner than one
 * cell is one cell wide.
 *
 * <p>Two boxes that a hand can hardly tell apart are one crop, whose analysis is remembered; and since it is the crop on the grid that is
 * analyzed, its analysis does not depend on who asked first. An edge moves by at most 1/{@code 2048} of the image's side.
 */
public record ImageCrop(ImageSignature image, NormalizedBox box) {

    private static final int GRID = 1024;

    public ImageCrop {
        box = onGrid(box);
    }

    private static NormalizedBox onGrid(NormalizedBox box) {
        int left = startLine(box.x());
        int top = startLine(box.y());
        int right = Math.max(line(box.x() + box.w()), left + 1);
        int bottom = Math.max(line(box.y() + box.h()), top + 1);
        return new NormalizedBox(
                (double) left / GRID,
                (double) top / GRID,
                (double) (right - left) / GRID,
                (double) (bottom - top) / GRID);
    }

    private static int startLine(double edge) {
        return Math.min(line(edge), GRID - 1);
    }

    private static int line(double edge) {
        return (int) Math.round(edge * GRID);
    }

    /** The lines of its left, top, right and bottom edges, with dashes between. */
    String lines() {
        return "%d-%d-%d-%d".formatted(line(box.x()), line(box.y()), line(box.x() + box.w()), line(box.y() + box.h()));
    }
}
