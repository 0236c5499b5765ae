package dev.sightline.lab.scenes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Each cut-out in a quarter of the frame of its own, upright. */
final class CellArrangement implements Arrangement {

    static final int CELLS = 4;

    private static final int CELL_WIDTH = Canvas.WIDTH / 2;
    private static final int CELL_HEIGHT = Canvas.HEIGHT / 2;
    private static final int FEWEST = 2;
    private static final double SMALLEST_FILL = 0.5;

    @Override
    public int count(Random random) {
        return random.nextInt(FEWEST, CELLS + 1);
    }

    @Override
    public void lay(List<CutOut> cutOuts, Canvas canvas, Random random) {
        List<Integer> cells = new ArrayList<>(List.of(0, 1, 2, 3));
        Collections.shuffle(cells, random);
        for (int i = 0; i < cutOuts.size(); i++) {
            lay(cutOuts.get(i), cells.get(i), canvas, random);
        }
    }

    /** Whether a cut-out fills half a cell without being enlarged too much. */
    static boolean fits(CutOut cutOut) {
        return scale(cutOut, SMALLEST_FILL) <= MAX_ENLARGEMENT;
    }

    private static void lay(CutOut cutOut, int cell, Canvas canvas, Random random) {
        double fill = SMALLEST_FILL + random.nextDouble() * (1 - SMALLEST_FILL);
        double scale = Math.min(scale(cutOut, fill), MAX_ENLARGEMENT);
        int width = Math.clamp(Math.round(cutOut.width() * scale), 1, CELL_WIDTH);
        int height = Math.clamp(Math.round(cutOut.height() * scale), 1, CELL_HEIGHT);
        int left = cell % 2 * CELL_WIDTH + random.nextInt(CELL_WIDTH - width + 1);
        int top = cell / 2 * CELL_HEIGHT + random.nextInt(CELL_HEIGHT - height + 1);
        canvas.lay(cutOut.resized(width, height), left, top);
    }

    /** The scale at which the cut-out fills the given share of a quarter of the frame, in the direction that it fills first. */
    private static double scale(CutOut cutOut, double fill) {
        return fill * Math.min((double) CELL_WIDTH / cutOut.width(), (double) CELL_HEIGHT / cutOut.height());
    }
}
