package dev.sightline.imaging;

import java.util.ArrayList;
import java.util.List;

/** Counts pixels in 32 x 32 x 32 cells of sRGB. Not thread-safe: made and read by one caller. */
final class ColorHistogram {

    private static final int MASK = 31;
    private static final int CELLS = 1 << 15;

    private final int[] counts = new int[CELLS];
    private final int[] reds = new int[CELLS];
    private final int[] greens = new int[CELLS];
    private final int[] blues = new int[CELLS];
    private int total;

    void count(int rgb) {
        int cell = (rgb >> 19 & MASK) << 10 | (rgb >> 11 & MASK) << 5 | (rgb >> 3 & MASK);
        counts[cell]++;
        reds[cell] += rgb >> 16 & 0xFF;
        greens[cell] += rgb >> 8 & 0xFF;
        blues[cell] += rgb & 0xFF;
        total++;
    }

    /** How many pixels were counted. */
    int total() {
        return total;
    }

    /** One cluster for each cell that is not empty, of its mean colour; the largest first. */
    List<ColorCluster> cells() {
        List<ColorCluster> cells = new ArrayList<>();
        for (int cell = 0; cell < CELLS; cell++) {
            if (counts[cell] > 0) {
                int rgb = mean(reds, cell) << 16 | mean(greens, cell) << 8 | mean(blues, cell);
                cells.add(new ColorCluster(LabColor.ofSrgb(rgb), counts[cell]));
            }
        }
        cells.sort(ColorCluster.LARGEST_FIRST);
        return cells;
    }

    private int mean(int[] sums, int cell) {
        return (sums[cell] + counts[cell] / 2) / counts[cell];
    }
}
