package dev.sightline.lab.scenes;

import java.util.Random;

/** What cut-outs are laid on. */
@FunctionalInterface
interface Backdrop {

    /** {@code 0xRRGGBB} pixels of a canvas, row by row; the caller owns them. */
    int[] paint(Random random);
}
