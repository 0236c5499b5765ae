package dev.sightline.lab.scenes;

import java.util.Random;

/** Painted backdrops: light colours, so that dark and light objects stay visible. */
enum Background implements Backdrop {
    PLAIN,
    GRADIENT,
    NOISE;

    private static final int DARKEST = 150;
    private static final int NOISE_SPAN = 40;

    /** One of them by chance, each time. */
    static int[] any(Random random) {
        return values()[random.nextInt(values().length)].paint(random);
    }

    @Override
    public int[] paint(Random random) {
        int[] start = color(random);
        int[] end = this == GRADIENT ? color(random) : start;
        int[] canvas = new int[Canvas.WIDTH * Canvas.HEIGHT];
        for (int i = 0; i < canvas.length; i++) {
            int row = i / Canvas.WIDTH;
            double down = (double) row / Canvas.HEIGHT;
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
