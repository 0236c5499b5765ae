package dev.sightline.lab.scenes;

import java.util.Random;

/** What cut-outs are laid on: light colours, so that dark and light objects stay visible. */
enum Background {
    PLAIN,
    GRADIENT,
    NOISE;

    private static final int DARKEST = 150;
    private static final int NOISE_SPAN = 40;

    /** A canvas of {@code 0xRRGGBB} pixels, row by row. */
    int[] paint(int width, int height, Random random) {
        int[] start = color(random);
        int[] end = this == GRADIENT ? color(random) : start;
        int[] canvas = new int[width * height];
        for (int i = 0; i < canvas.length; i++) {
            int row = i / width;
            double down = (double) row / height;
            int lift = this == NOISE ? random.nextInt(NOISE_SPAN) - NOISE_SPAN / 2 : 0;
            for (int channel = 0; channel < 3; channel++) {
                int value = (int) Math.round(start[channel] + down * (end[channel] - start[channel])) + lift;
                canvas[i] = canvas[i] << 8 | Math.clamp(value, 0, 255);
            }
        }
        return canvas;
    }

    private static int[] color(Random random) {
        return random.ints(3, DARKEST, 256).toArray();
    }
}
